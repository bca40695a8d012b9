import type { RecoveryOutcome, RecoveryPlan, Target } from '../../schema/index.ts';
import type { Session } from '../session.ts';

/** What the policy makes of a plan: undefined when it is to be done, else how it ends and why. */
export async function mayDo(
  session: Session,
  target: Target,
  plan: RecoveryPlan,
): Promise<readonly [RecoveryOutcome, string] | undefined> {
  const { confirm, signal, emit } = session;
  const setting = `recovery.policy.${plan.class}`;
  if (plan.mode === 'automatic') return undefined;
  if (plan.mode === 'propose')
    return ['proposed', `\`${setting}\` is "propose", so the plan is only proposed.`];
  if (!confirm) return ['proposed', `\`${setting}\` is "ask", and nobody can be asked here.`];
  const answer = await confirm({ target, plan }, signal).catch(() => false);
  emit({ type: 'recovery.asked', question: plan.reason, answer }, { target: target.id });
  return answer ? undefined : ['declined', 'The plan was declined.'];
}
