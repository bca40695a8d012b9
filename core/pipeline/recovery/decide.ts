import type { RecoveryOutcome, RecoveryPlan, Target } from '../../schema/index.ts';
import type { Session } from '../session.ts';
import { refusalOfPlan } from './permission.ts';
import { mayDo } from './permission-of-mode.ts';
import type { FailedAttempt } from './plan-recovery.ts';

/** A plan as it is told, and what is made of it. */
export interface Decided {
  readonly plan: RecoveryPlan;
  /** Undefined when the plan is to be carried out. */
  readonly decision: readonly [RecoveryOutcome, string] | undefined;
}

/** Tells the plan, and whether it is carried out. */
export async function decide(
  session: Session,
  target: Target,
  answer: { readonly plan: RecoveryPlan; readonly plugin: string; readonly failure: FailedAttempt },
): Promise<Decided> {
  const { plugin, failure } = answer;
  const { diagnosis, budget, actions } = failure;
  const isBreakerOpen = diagnosis !== undefined && session.recovery.breaker.isOpen(diagnosis.cause);
  const settings = session.settings.recovery;
  const refusal =
    answer.plan.action === 'escalate'
      ? answer.plan.reason
      : refusalOfPlan({ plan: answer.plan, diagnosis, actions, budget, settings, isBreakerOpen });
  const plan: RecoveryPlan =
    refusal === undefined
      ? answer.plan
      : { ...answer.plan, action: 'escalate', reason: refusal, validation: [], rollback: [] };
  session.emit({ type: 'recovery.planned', plan }, { target: target.id, plugin });
  if (refusal !== undefined) return { plan, decision: ['escalated', refusal] };
  return { plan, decision: await mayDo(session, target, plan) };
}
