import { createHash } from 'node:crypto';

export interface Backoff {
  /** Seconds before the first try. */
  readonly base: number;
  /** How many tries there were. */
  readonly tries: number;
  /** What the spread is taken from: equal seeds wait equally long. */
  readonly seed: string;
  readonly longest: number;
}

/** Doubles with every try, and spreads a tenth so that targets which failed together do not come back together. */
export function backoffSeconds({ base, tries, seed, longest }: Backoff): number {
  const spread = createHash('sha256').update(seed).digest().readUInt16BE(0) / 0xffff;
  const seconds = base * 2 ** tries * (1 + spread / 10);
  return Math.min(longest, Math.round(seconds * 10) / 10);
}
