/** The known name that a mistyped one is closest to, if it is close at all; case does not matter. */
export async function didYouMean(typed: string, known: readonly string[]): Promise<string | undefined> {
  const { distance } = await import('fastest-levenshtein');
  const far = (name: string) => distance(typed.toLowerCase(), name.toLowerCase());
  const best = [...known].sort((a, b) => far(a) - far(b))[0];
  if (best === undefined || typed === '') return undefined;
  return far(best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}
