import type { RecoveryEvent } from './recovery-memory.ts';

/**
 * Failures that say something about the actions that were taken: another build followed, and it ended well or failed for
 * the same reason. One that failed for another known reason speaks neither for nor against them.
 */
export function judgedEvents(events: readonly RecoveryEvent[]): readonly RecoveryEvent[] {
  const byAttempt = new Map(events.map((event) => [keyOf(event, event.attempt), event]));
  return events.filter((event) => {
    if (event.outcome !== 'failed') return event.outcome === 'recovered';
    const next = byAttempt.get(keyOf(event, event.attempt + 1));
    return next === undefined || next.cause === null || next.cause === event.cause;
  });
}

function keyOf({ run, target }: RecoveryEvent, attempt: number): string {
  return JSON.stringify([run, target, attempt]);
}
