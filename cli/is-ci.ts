/** Whether this is a CI machine, where nobody watches and nobody answers. */
export function isCi(env: Readonly<Record<string, string | undefined>>): boolean {
  const named = env.CI ?? env.BUILD_NUMBER ?? env.TF_BUILD;
  return named !== undefined && named !== '' && named !== 'false' && named !== '0';
}
