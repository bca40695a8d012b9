import type { ActionTotal, RecoveryMemory } from './recovery-memory.ts';

/** What an attempt of somebody else is worth against an own one. */
const SHARED_WEIGHT = 0.5;
/** However much others have tried, so many own attempts weigh as much. */
const SHARED_LIMIT = 10;

export interface RateQuestion {
  /** Null for failures that nothing explains. */
  readonly cause: string | null;
  readonly action: string;
}

/** How often something was tried, and how often it worked. */
export interface Tally {
  readonly tried: number;
  readonly recovered: number;
}

/**
 * How likely an action helps against a cause, 0 to 1, undefined where nobody ever tried: the mean of a Beta distribution.
 * It starts as Beta(1, 1), so that one success is no certainty; what others shared counts half, and never more than ten.
 */
export function successRateOf(memory: RecoveryMemory, question: RateQuestion): number | undefined {
  const own = ownTally(memory, question);
  const shared = sharedTally(memory, question);
  if (own.tried + shared.tried === 0) return undefined;
  const weight = Math.min(SHARED_WEIGHT, SHARED_LIMIT / Math.max(1, shared.tried));
  const tried = own.tried + weight * shared.tried;
  return (own.recovered + weight * shared.recovered + 1) / (tried + 2);
}

/** What this workspace has tried itself. */
export function ownTally({ actions }: Pick<RecoveryMemory, 'actions'>, question: RateQuestion): Tally {
  return sumOf(actions, question);
}

/** What other workspaces have tried, as far as they shared it. */
export function sharedTally({ imported }: Pick<RecoveryMemory, 'imported'>, question: RateQuestion): Tally {
  return sumOf(
    imported.flatMap(({ rates }) => rates),
    question,
  );
}

function sumOf(totals: readonly ActionTotal[], { cause, action }: RateQuestion): Tally {
  const asked = totals.filter((total) => total.cause === cause && total.action === action);
  const sum = (key: keyof Tally) => asked.reduce((all, total) => all + total[key], 0);
  return { tried: sum('tried'), recovered: sum('recovered') };
}
