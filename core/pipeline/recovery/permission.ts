import type { RecoveryAction, RecoverySettings } from '../../plugin/index.ts';
import type { Diagnosis, RecoveryBudget, RecoveryPlan } from '../../schema/index.ts';

/** Where trust is at stake only these may help: neither weakens anything. */
export const safeForSecurity: readonly string[] = ['purge-cache', 'refresh-credentials'];

export interface PermissionInput {
  readonly plan: RecoveryPlan;
  readonly diagnosis: Diagnosis | undefined;
  readonly actions: readonly RecoveryAction[];
  readonly budget: RecoveryBudget;
  readonly settings: Pick<RecoverySettings, 'maxWait' | 'breaker'>;
  readonly isBreakerOpen: boolean;
}

/** Why a plan may not be carried out, whoever made it; undefined when it may. */
export function refusalOfPlan(input: PermissionInput): string | undefined {
  const { plan, diagnosis, budget, settings } = input;
  if (!diagnosis) return 'Nothing explains the failure, so nothing is tried against it.';
  const { cause, class: kind, retryable } = diagnosis;
  const unsafe = plan.steps.find(({ action }) => !safeForSecurity.includes(action));
  if (kind === 'security' && (unsafe || plan.steps.length === 0)) {
    return `${cause} concerns security: ${unsafe?.action ?? 'another build'} is never done about it.`;
  }
  if (!retryable && !plan.steps.some((step) => corrects(step.action, input.actions))) {
    return `${cause} does not go away by itself.`;
  }
  if (input.isBreakerOpen) return `${cause} struck ${settings.breaker} targets: another try would not help.`;
  if (budget.attempts_left <= 0) return `${cause} came again, and no attempt is left.`;
  const wait = waitOf(plan);
  if (wait > settings.maxWait)
    return `${cause} asks to wait ${wait} seconds; ${settings.maxWait} are allowed.`;
  if (wait >= budget.seconds_left) return `The time for recoveries is used up (${cause}).`;
  return undefined;
}

/** Seconds that a plan waits in all its steps. */
export function waitOf({ steps, wait_seconds }: RecoveryPlan): number {
  return wait_seconds + steps.reduce((sum, step) => sum + step.wait_seconds, 0);
}

function corrects(action: string, actions: readonly RecoveryAction[]): boolean {
  return actions.some(({ id, corrects }) => id === action && corrects);
}
