import type { ExitCode as ExitCodeType } from '../errors/index.ts';
import { asHybridError, ExitCode, type HybridError } from '../errors/index.ts';
import type { Target, TargetStatus } from '../schema/index.ts';
import { refusalOf } from './gate.ts';
import type { TargetQueue } from './queue.ts';
import type { Session } from './session.ts';
import { type FlowOptions, flowTarget } from './target-flow.ts';
import { withTargetLock } from './target-lock.ts';

export interface RunTargetsOptions extends Omit<FlowOptions, 'hash'> {
  readonly queue: TargetQueue;
  readonly hash: (target: Target) => ReturnType<FlowOptions['hash']>;
}

/** Applies the gate, then lets every target flow on its own; what becomes of each is in the record. */
export async function runTargets(session: Session, options: RunTargetsOptions): Promise<void> {
  await Promise.all(session.targets.map((target) => runTarget(session, target, options)));
}

async function runTarget(session: Session, target: Target, options: RunTargetsOptions): Promise<void> {
  if (await isRefused(session, target)) return;
  session.record.of(target).reached ??= 'analyze';
  session.emit({ type: 'target.queued' }, { target: target.id });
  let began = performance.now();
  try {
    await options.queue.run(target, session.signal, async () => {
      began = performance.now();
      session.emit({ type: 'target.started' }, { target: target.id });
      await withTargetLock(session.paths, target, {
        signal: session.signal,
        work: () => flowTarget(session, target, { ...options, hash: () => options.hash(target) }),
      });
    });
    await end(session, target, { status: session.record.of(target).status, began });
  } catch (cause) {
    const error = asHybridError(cause);
    const status = session.signal.aborted ? 'interrupted' : 'failed';
    await end(session, target, { status, error, began });
  }
}

/** Ends a target whose checks or findings the gate does not let pass. */
async function isRefused(session: Session, target: Target): Promise<boolean> {
  const { checks, findings } = session.record.run;
  const error = refusalOf(target, { gate: session.settings.policy.gate, checks, findings });
  if (!error) return false;
  session.emit({ type: 'gate.refused', ...error.toJSON() }, { target: target.id });
  await end(session, target, { status: 'refused', error, began: performance.now() });
  return true;
}

/** Ends every target where it is, for a run that builds nothing. */
export async function planTargets(session: Session): Promise<void> {
  for (const target of session.targets) {
    if (await isRefused(session, target)) continue;
    await end(session, target, { status: 'planned', began: performance.now() });
  }
}

interface End {
  readonly status: TargetStatus;
  readonly error?: HybridError;
  readonly began: number;
}

/** Writes down how a target ended; the only place that decides its exit code. */
export async function end(session: Session, target: Target, { status, error, began }: End): Promise<void> {
  const record = session.record.of(target);
  record.status = status;
  const code = exitCodeOf(status, record.result?.exit_code ?? 0, error);
  record.exit_code = status === 'failed' && record.ignored !== null ? ExitCode.ok : code;
  record.failure = error ? { ...error.toJSON(), exit_code: record.exit_code } : null;
  record.duration_ms = Math.round(performance.now() - began);
  session.emit(
    {
      type: 'target.finished',
      status,
      exit_code: record.exit_code,
      duration_ms: record.duration_ms,
      ...(error && { reason: error.message }),
    },
    { target: target.id },
  );
  await session.save();
}

function exitCodeOf(status: TargetStatus, result: number, error: HybridError | undefined): ExitCodeType {
  if (status === 'interrupted') return ExitCode.interrupted;
  if (!error) return ExitCode.ok;
  // A failed build ends as the class that its diagnosis found.
  return error.code === 'PH_BUILD_FAILED' && result !== 0 ? (result as ExitCodeType) : error.exitCode;
}
