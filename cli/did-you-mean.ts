/** The known name that a mistyped one is closest to, if it is close at all; case does not matter. */
export async function didYouMean(typed: string, known: readonly string[]): Promise<string | undefined> {
  const { distance } = await import('fastest-levenshtein');
  const bare = (name: string) => name.toLowerCase().replace(/^-+/, '');
  const far = (name: string) => distance(bare(typed), bare(name));
  const best = [...known].sort((a, b) => far(a) - far(b))[0];
  if (best === undefined || bare(typed) === '') return undefined;
  return far(best) <= Math.min(3, Math.ceil(bare(best).length * 0.4)) ? best : undefined;
}
