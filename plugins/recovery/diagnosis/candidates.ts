import type { CompiledPattern } from '../signatures/compile.ts';

/** What a line may match: a first guess by the words that stand in it. */
export interface Candidates {
  /** In the order of the signatures. */
  readonly patterns: readonly CompiledPattern[];
  /** Lines after which a pattern counts. */
  readonly earlier: readonly RegExp[];
  /** Lines that prove something harmless. */
  readonly until: readonly RegExp[];
}

interface Found {
  readonly patterns: CompiledPattern[];
  readonly earlier: RegExp[];
  readonly until: RegExp[];
}

/** Puts a pattern where it belongs; there are few, and this is done for many lines. */
function insert(patterns: CompiledPattern[], pattern: CompiledPattern): void {
  let at = patterns.length;
  for (let before = patterns[at - 1]; before && before.order > pattern.order; before = patterns[at - 1]) {
    patterns[at] = before;
    at -= 1;
  }
  patterns[at] = pattern;
}

/** The regular expressions of patterns as one list, and the way back from their numbers. */
export function createCandidates(patterns: readonly CompiledPattern[]) {
  const earlier = [...new Set(patterns.flatMap((pattern) => pattern.earlier ?? []))];
  const until = [...new Set(patterns.flatMap((pattern) => pattern.until ?? []))];
  const contexts = patterns.length + earlier.length;
  const regexes = [...patterns.map(({ match }) => match), ...earlier, ...until];
  return {
    regexes,
    of(numbers: readonly number[]): Candidates {
      const found: Found = { patterns: [], earlier: [], until: [] };
      for (const number of numbers) {
        if (number < patterns.length) insert(found.patterns, patterns[number] as CompiledPattern);
        else if (number < contexts) found.earlier.push(earlier[number - patterns.length] as RegExp);
        else if (number < regexes.length) found.until.push(until[number - contexts] as RegExp);
      }
      return found;
    },
  };
}
