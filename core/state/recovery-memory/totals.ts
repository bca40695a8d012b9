import { judgedEvents } from './judged-events.ts';
import type { ActionTotal, CauseTotal, RecoveryEvent, RecoveryMemory } from './recovery-memory.ts';

type Totals = Pick<RecoveryMemory, 'causes' | 'actions'>;

/** The totals with more failures in them; they outlive the failures themselves. */
export function withTotals({ causes, actions }: Totals, events: readonly RecoveryEvent[]): Totals {
  const uses = judgedEvents(events).flatMap((event) => event.actions.map((action) => ({ action, event })));
  return {
    causes: events.reduce(withCause, causes),
    actions: uses.reduce((all, { action, event }) => withAction(all, action, event), actions),
  };
}

function withCause(
  causes: readonly CauseTotal[],
  { cause, class: kind, outcome, duration_ms, at }: RecoveryEvent,
): CauseTotal[] {
  const before = causes.find((total) => total.cause === cause);
  const isRecovered = outcome === 'recovered';
  const after: CauseTotal = {
    cause,
    class: kind,
    failures: (before?.failures ?? 0) + 1,
    recovered: (before?.recovered ?? 0) + (isRecovered ? 1 : 0),
    repair_ms: (before?.repair_ms ?? 0) + (isRecovered ? duration_ms : 0),
    first_at: before?.first_at ?? at,
    last_at: at,
  };
  return [...causes.filter((total) => total !== before), after];
}

function withAction(
  actions: readonly ActionTotal[],
  action: string,
  { cause, outcome }: RecoveryEvent,
): ActionTotal[] {
  const before = actions.find((total) => total.cause === cause && total.action === action);
  const after: ActionTotal = {
    cause,
    action,
    tried: (before?.tried ?? 0) + 1,
    recovered: (before?.recovered ?? 0) + (outcome === 'recovered' ? 1 : 0),
  };
  return [...actions.filter((total) => total !== before), after];
}
