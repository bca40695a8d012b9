/** `~> X.Y` of a version such as `1.2.5-dev`: everything up to the next major version. */
export function pessimistic(version: string): string {
  const [major = '0', minor = '0'] = version.split(/[.-]/);
  return `~> ${major}.${minor}`;
}
