/** The first of these variables of the environment that is set to something. */
export function fromEnvironment(...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = process.env[name];
    if (value) return value;
  }
  return undefined;
}
