/** Counts of cases and of right answers. */
export interface Tally {
  cases: number;
  right: number;
  retryable: number;
  benign: number;
  falseAlarms: number;
}

/** What a case is, or what it was taken for. */
export interface Verdict {
  readonly cause: string;
  readonly retryable: boolean;
}

/** A tally of nothing yet. */
export function newTally(): Tally {
  return { cases: 0, right: 0, retryable: 0, benign: 0, falseAlarms: 0 };
}

/** Counts one case; `none` as its cause means that nothing failed. */
export function addResult(tally: Tally, wanted: Verdict, found: Verdict): void {
  tally.cases += 1;
  if (found.cause === wanted.cause) tally.right += 1;
  if (found.retryable === wanted.retryable) tally.retryable += 1;
  if (wanted.cause !== 'none') return;
  tally.benign += 1;
  if (found.cause !== 'none') tally.falseAlarms += 1;
}

/** A share in percent, six characters wide. */
export function rate(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}
