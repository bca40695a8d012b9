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

const none: Candidates = { patterns: [], earlier: [], until: [] };

/** The regular expressions of patterns as one list, and the way back from their numbers. */
export function createCandidates(patterns: readonly CompiledPattern[]) {
  const earlier = [...new Set(patterns.flatMap((pattern) => pattern.earlier ?? []))];
  const until = [...new Set(patterns.flatMap((pattern) => pattern.until ?? []))];
  const contexts = patterns.length + earlier.length;
  const regexes = [...patterns.map(({ match }) => match), ...earlier, ...until];
  return {
    regexes,
    of(numbers: readonly number[]): Candidates {
      if (numbers.every((number) => number >= regexes.length)) return none;
      const found = { patterns: [], earlier: [], until: [] } as {
        patterns: CompiledPattern[];
        earlier: RegExp[];
        until: RegExp[];
      };
      for (const number of [...numbers].sort((a, b) => a - b)) {
        if (number < patterns.length) found.patterns.push(patterns[number] as CompiledPattern);
        else if (number < contexts) found.earlier.push(earlier[number - patterns.length] as RegExp);
        else if (number < contexts + until.length) found.until.push(until[number - contexts] as RegExp);
      }
      return found;
    },
  };
}
