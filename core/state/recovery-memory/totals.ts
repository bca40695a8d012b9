import type { ActionTotal, CauseTotal, RecoveryEvent, RecoveryMemory } from './recovery-memory.ts';

type Totals = Pick<RecoveryMemory, 'causes' | 'actions'>;

/** The totals with more failures in them; they outlive the failures themselves. */
export function withTotals({ causes, actions }: Totals, events: readonly RecoveryEvent[]): Totals {
  return events.reduce(
    (totals, event) => ({
      causes: withCause(totals.causes, event),
      actions: event.actions.reduce((all, action) => withAction(all, action, event), totals.actions),
    }),
    { causes, actions },
  );
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

/** Only what was followed by another build says anything about an action. */
function withAction(
  actions: readonly ActionTotal[],
  action: string,
  { cause, outcome }: RecoveryEvent,
): ActionTotal[] {
  if (outcome !== 'recovered' && outcome !== 'failed') return [...actions];
  const before = actions.find((total) => total.cause === cause && total.action === action);
  const after: ActionTotal = {
    cause,
    action,
    tried: (before?.tried ?? 0) + 1,
    recovered: (before?.recovered ?? 0) + (outcome === 'recovered' ? 1 : 0),
  };
  return [...actions.filter((total) => total !== before), after];
}
