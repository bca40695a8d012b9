import { setTimeout as delay } from 'node:timers/promises';
import { ExitCode } from '../errors/index.ts';
import { type CommandResult, type Diagnosis, RecoveryPlan, type Target } from '../schema/index.ts';
import { buildOnce } from './build-once.ts';
import { classified } from './classify.ts';
import { diagnoseTarget } from './diagnose-target.ts';
import { parseOutput } from './parse-output.ts';
import type { Session } from './session.ts';
import { openLogs, targetContext } from './target-context.ts';

/** How the last attempt ended, and the best explanation when it failed. */
export interface BuildOutcome {
  readonly result: CommandResult;
  readonly diagnosis: Diagnosis | undefined;
}

/** Builds a target and, while the plan and the budget allow it, builds it again after a failure. */
export async function buildTarget(session: Session, target: Target): Promise<BuildOutcome> {
  const budget = 1 + session.settings.retry.attempts;
  for (let attempt = 1; ; attempt++) {
    const { result, startedAt } = await buildOnce(session, target, attempt);
    if (result.exit_code === ExitCode.ok || session.signal.aborted) return { result, diagnosis: undefined };

    const [best] = await diagnoseTarget(session, target, { result, startedAt });
    const failed = classified(result, best);
    const attemptsLeft = budget - attempt;
    const plan = await planRecovery(session, target, {
      result: failed,
      diagnosis: best,
      attempt,
      attemptsLeft,
    });
    const mayRetry = failed.retryable && attemptsLeft > 0;
    if (plan?.action !== 'retry' || !mayRetry) return { result: failed, diagnosis: best };
    await delay(plan.wait_seconds * 1_000, undefined, { signal: session.signal }).catch(() => undefined);
    if (session.signal.aborted) return { result: failed, diagnosis: best };
  }
}

interface Failure {
  readonly result: CommandResult;
  readonly diagnosis: Diagnosis | undefined;
  readonly attempt: number;
  readonly attemptsLeft: number;
}

async function planRecovery(
  session: Session,
  target: Target,
  failure: Failure,
): Promise<RecoveryPlan | undefined> {
  const logs = openLogs(session);
  try {
    const answer = await session.runner.bail('recover', {
      signal: session.signal,
      target: target.id,
      contextOf: (scope) => ({
        ...targetContext(session, target, { scope, logs }),
        ...failure,
        budget: { attempts_left: failure.attemptsLeft, seconds_left: 0 },
        history: session.record.of(target).recoveries,
        actions: session.registry.recoveryActions,
        successRate: () => undefined,
      }),
    });
    if (!answer) return undefined;
    const plan = parseOutput(RecoveryPlan, answer.result, { plugin: answer.plugin, hook: 'recover' });
    session.emit({ type: 'recovery.planned', plan }, { target: target.id, plugin: answer.plugin });
    return plan;
  } finally {
    await logs.close();
  }
}
