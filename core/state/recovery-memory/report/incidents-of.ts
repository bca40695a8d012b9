import type { RecoveryOutcome } from '../../../schema/index.ts';
import { groupsOf } from '../patterns/occurrences.ts';
import type { RecoveryEvent } from '../recovery-memory.ts';

/** A build of a target that failed at least once, with all its attempts. */
export interface Incident {
  readonly at: string;
  readonly target: string;
  readonly outcome: RecoveryOutcome;
  readonly events: readonly RecoveryEvent[];
  /** From the first failure to the end of the last attempt that was made. */
  readonly repair_ms: number;
}

/** Failed builds, in the order in which they happened; an unanswered last attempt decides how one ended. */
export function incidentsOf(events: readonly RecoveryEvent[]): readonly Incident[] {
  return [...groupsOf(events, ({ run, target }) => `${run}\n${target}`).values()].flatMap((group) => {
    const attempts = group.toSorted((a, b) => a.attempt - b.attempt || a.at.localeCompare(b.at, 'en'));
    const last = attempts.at(-1);
    if (last === undefined) return [];
    const repair_ms = attempts.reduce((sum, { duration_ms }) => sum + duration_ms, 0);
    return [{ at: last.at, target: last.target, outcome: last.outcome, events: attempts, repair_ms }];
  });
}

/** The count of incidents, and how many of them a recovery saved. */
export function counts(incidents: readonly Incident[]) {
  const recovered = incidents.filter(({ outcome }) => outcome === 'recovered').length;
  const recovery_rate = incidents.length === 0 ? null : rounded(recovered / incidents.length);
  return { incidents: incidents.length, recovered, recovery_rate };
}

/** Four digits: no more than anybody can mean. */
export function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
