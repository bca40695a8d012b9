import { ExitCode } from '../errors/index.ts';
import type { Diagnosis, Target } from '../schema/index.ts';
import { classified, withStepError } from './classify.ts';
import { diagnoseTarget } from './diagnose-target.ts';
import type { AttemptEnd } from './recovery/attempt-end.ts';
import { type TargetRecovery, targetRecovery } from './recovery/target-recovery.ts';
import type { Session } from './session.ts';
import { buildWatched, type WatchedAttempt } from './stall/index.ts';

/** Builds a target and, while something can be done about its failures, builds it again. */
export async function buildTarget(session: Session, target: Target): Promise<AttemptEnd> {
  const recovery = targetRecovery(session, target);
  try {
    return await buildUntilDone(session, target, recovery);
  } finally {
    await recovery.close();
  }
}

async function buildUntilDone(
  session: Session,
  target: Target,
  recovery: TargetRecovery,
): Promise<AttemptEnd> {
  const budget = 1 + session.settings.retry.attempts;
  for (let attempt = 1; ; attempt++) {
    const built = await buildWatched(recovery.session, target, { attempt, next: recovery.next });
    const { result } = built;
    const isOver = result.exit_code === ExitCode.ok || session.signal.aborted;
    const diagnosis = isOver ? undefined : await explained(recovery.session, target, built);
    const failed = classified(result, diagnosis);
    await recovery.settle({ result: failed, diagnosis });
    if (isOver) return { result, diagnosis: undefined };
    const attemptsLeft = budget - attempt;
    const { goesOn, error } = await recovery.recover({ result: failed, diagnosis, attempt, attemptsLeft });
    if (!goesOn) return { result: withStepError(failed, error), diagnosis };
  }
}

/** The best explanation of a failed attempt; of one that the stall watch ended at least that. */
async function explained(
  session: Session,
  target: Target,
  { result, startedAt, stalled }: WatchedAttempt,
): Promise<Diagnosis | undefined> {
  const [best] = await diagnoseTarget(session, target, { result, startedAt, until: stalled?.at });
  if (best || !stalled) return best;
  const diagnosis: Diagnosis = {
    cause: 'build-stalled',
    class: 'guest',
    retryable: true,
    confidence: 0.6,
    evidence: [{ line: 1, text: stalled.error.message }],
    remedy: stalled.error.remedy,
    action: 'retry',
  };
  session.emit({ type: 'diagnosis', diagnosis }, { target: target.id });
  return diagnosis;
}
