import { closest, distance } from 'fastest-levenshtein';

/** The known word that a misspelt one was most likely meant to be, or undefined when none is near. */
export function closestTo(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(word, known);
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(2, word.length / 3) ? best : undefined;
}
