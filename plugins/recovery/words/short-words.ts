import type { OnWord } from './word-finder.ts';

/** Looks for very short words one by one; the answer hands on those before a place that have not been handed on. */
export function createShortWords(
  bytes: Buffer,
  words: readonly (readonly [number, string])[],
  onWord: OnWord,
): (before: number) => void {
  if (words.length === 0) return () => undefined;
  const found = words.flatMap(([number, word]) => endsOf(word, bytes).map((end) => [end, number] as const));
  found.sort(([a], [b]) => a - b);
  let next = 0;
  return (before) => {
    for (let one = found[next]; one && one[0] < before; one = found[next]) {
      onWord(...one);
      next += 1;
    }
  };
}

function endsOf(word: string, bytes: Buffer): readonly number[] {
  return inEveryCase(word).flatMap((variant) => {
    const ends: number[] = [];
    for (let at = bytes.indexOf(variant); at !== -1; at = bytes.indexOf(variant, at + 1)) {
      ends.push(at + variant.length - 1);
    }
    return ends;
  });
}

function inEveryCase(word: string): readonly string[] {
  let variants = [''];
  for (const char of word) {
    const chars = [...new Set([char.toLowerCase(), char.toUpperCase()])];
    variants = variants.flatMap((head) => chars.map((one) => head + one));
  }
  return variants;
}
