/** The known word that is at most `limit` slips away: a letter too many, too few, wrong, or swapped with its neighbour. */
export function nearTo(word: string, known: readonly string[], limit = 2): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, slips: slipsBetween(fold(word), fold(candidate), limit) }))
    .filter(({ slips, candidate }) => slips <= limit && slips < Math.min(word.length, candidate.length));
  return ranked.toSorted((a, b) => a.slips - b.slips)[0]?.candidate;
}

/** Words that differ in `_` and `-` or in case only are the same word. */
function fold(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}

/** Optimal string alignment; gives up beyond the limit. */
function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next[j] = cost({ a, b, i, j, row, before, next });
    before = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
  readonly row: readonly number[];
  readonly before: readonly number[];
  readonly next: readonly number[];
}

function cost({ a, b, i, j, row, before, next }: Cell): number {
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same];
  const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  if (isSwap) steps.push((before[j - 2] ?? 0) + 1);
  return Math.min(...steps);
}
