import { setTimeout as delay } from 'node:timers/promises';
import { asHybridError, ExitCode, HybridError } from '../../errors/index.ts';
import { type Diagnosis, RecoveryPlan, type ResumableStage, type Target } from '../../schema/index.ts';
import type { Session } from '../session.ts';
import { mayDo } from './permission-of-mode.ts';
import { type RecoveryEnding, recoveryResult } from './recovery-result.ts';

/** Codes of Node for a connection that may be there again in a moment. */
const unreachable = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
];

/**
 * Does a stage again when it failed for a reason that may go away, as often as the retry settings allow: the image stands,
 * and is not built again. Rejects with the last failure.
 */
export async function resumeStage<T>(
  session: Session,
  { target, stage }: { readonly target: Target; readonly stage: ResumableStage },
  work: () => Promise<T>,
): Promise<T> {
  const { attempts, wait } = session.settings.retry;
  let before: Pick<RecoveryEnding, 'plan' | 'failure'> | undefined;
  let began = performance.now();
  const tell = (ending: Pick<RecoveryEnding, 'outcome' | 'reason'>) => {
    if (!before) return;
    const duration = Math.round(performance.now() - began);
    const recovery = recoveryResult({ ...before, ...ending, target, step: stage, duration });
    session.emit({ type: 'recovery.finished', recovery }, { target: target.id });
  };

  for (let attempt = 1; ; attempt++) {
    try {
      const result = await work();
      tell({ outcome: 'recovered', reason: `"${stage}" ended well when it was done again.` });
      return result;
    } catch (cause) {
      const error = asHybridError(cause);
      tell({ outcome: 'failed', reason: error.message });
      before = undefined;
      if (session.signal.aborted || !mayGoAway(error)) throw error;
      if (attempt > attempts) throw transient(error, stage);
      const failure = { diagnosis: diagnosisOf(error), attempt };
      const plan = planOf(session, { stage, wait, error });
      session.emit({ type: 'recovery.planned', plan }, { target: target.id });
      began = performance.now();
      before = { plan, failure };
      const refused = await mayDo(session, target, plan);
      if (refused) {
        tell({ outcome: refused[0], reason: refused[1] });
        throw transient(error, stage);
      }
      await delay(wait * 1_000, undefined, { signal: session.signal });
    }
  }
}

/** Whether the failure, or what is behind it, is one of a connection or of the class that may be tried again. */
function mayGoAway(error: HybridError): boolean {
  if (error.exitCode === ExitCode.transient) return true;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && unreachable.includes(String(cause.code))) return true;
  }
  return false;
}

/** What may go away ends with the exit code that says so. */
function transient(error: HybridError, stage: ResumableStage): HybridError {
  if (error.exitCode === ExitCode.transient) return error;
  return new HybridError('PH_STAGE_UNREACHABLE', { stage, reason: error.message }, { cause: error });
}

function diagnosisOf({ message, remedy }: HybridError): Diagnosis {
  return {
    cause: 'api-connection-failed',
    class: 'transient',
    retryable: true,
    confidence: 0.7,
    evidence: [{ line: 1, text: message }],
    remedy,
    action: 'resume',
  };
}

function planOf(
  { settings }: Session,
  { stage, wait, error }: { readonly stage: string; readonly wait: number; readonly error: HybridError },
): RecoveryPlan {
  const title = `Do "${stage}" again after ${wait} seconds; the image is not built again.`;
  return RecoveryPlan.parse({
    action: 'retry',
    reason: error.message,
    cause: 'api-connection-failed',
    class: 'transient',
    mode: settings.recovery.policy.transient,
    steps: [{ action: 'resume', title, wait_seconds: wait }],
  });
}
