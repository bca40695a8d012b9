import type { FaultAction, FaultOutcome } from './fault.ts';

/** What came of a fault, one line of the results file. */
export interface FaultResult {
  readonly name: string;
  readonly what: string;
  /** The cause that was named, or the check, rule or error that refused the build. */
  readonly detected: string;
  /** The build did not begin. */
  readonly isRefused: boolean;
  /** The row of its cause allows an automatic action. */
  readonly isAllowed: boolean;
  /** It stays whatever is done. */
  readonly isLasting: boolean;
  readonly actions: readonly FaultAction[];
  readonly outcome: FaultOutcome;
  readonly leftovers: number;
  readonly wrong: number;
}
