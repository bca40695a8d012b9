import type { RecoverContext } from '../../plugin/index.ts';
import { RecoveryPlan, type Target } from '../../schema/index.ts';
import { parseOutput } from '../parse-output.ts';
import type { Session } from '../session.ts';
import { openLogs, targetContext } from '../target-context.ts';

/** What a failed build comes to, for those who plan and act on it. */
export type FailedAttempt = Pick<
  RecoverContext,
  'result' | 'diagnosis' | 'attempt' | 'attemptsLeft' | 'budget' | 'history' | 'actions' | 'successRate'
>;

/** Asks the plugins, the one after the other, what is to be done about a failure; undefined when none says anything. */
export async function planRecovery(
  session: Session,
  target: Target,
  failure: FailedAttempt,
): Promise<{ readonly plan: RecoveryPlan; readonly plugin: string } | undefined> {
  const logs = openLogs(session);
  try {
    const answer = await session.runner.bail('recover', {
      signal: session.signal,
      target: target.id,
      contextOf: (scope) => ({ ...targetContext(session, target, { scope, logs }), ...failure }),
    });
    if (!answer) return undefined;
    const { plugin } = answer;
    const plan = parseOutput(RecoveryPlan, answer.result, { plugin, hook: 'recover' });
    return { plugin, plan: completed(plan, session, failure) };
  } finally {
    await logs.close();
  }
}

/** What a planner leaves to the pipeline: who decides, what is left to spend, and how success will show. */
function completed(plan: RecoveryPlan, session: Session, { diagnosis, budget }: FailedAttempt): RecoveryPlan {
  const { policy } = session.settings.recovery;
  const hasEdits = plan.steps.some(({ edits }) => edits.length > 0);
  return {
    ...plan,
    cause: diagnosis?.cause ?? null,
    class: diagnosis?.class ?? null,
    mode: diagnosis ? policy[diagnosis.class] : 'automatic',
    budget,
    ...(plan.action === 'retry' && {
      validation: [...(hasEdits ? (['re-analysis'] as const) : []), 'rebuild', 'artifacts'],
      rollback: plan.steps
        .filter(({ edits }) => edits.length > 0)
        .map(({ action, edits }) => ({ action, title: `Build with ${namesOf(edits)} as written again.` })),
    }),
  };
}

function namesOf(edits: RecoveryPlan['steps'][number]['edits']): string {
  return edits.map(({ attribute }) => attribute).join(', ');
}
