import { ExitCode } from '../../errors/index.ts';
import type { CommandResult, Target } from '../../schema/index.ts';
import { targetPaths } from '../../state/index.ts';
import { type Build, type BuildAttempt, buildOnce } from '../build-once.ts';
import type { Session } from '../session.ts';
import { openLogs } from '../target-context.ts';
import { type EndedByWatch, watchStalls } from './watch-stalls.ts';

export interface WatchedAttempt extends BuildAttempt {
  /** Set when the watch ended the build: lines of the log from then on only tell the end, not its cause. */
  readonly stalled: EndedByWatch | undefined;
}

/** Builds a target once under the stall watch; a build that the watch ended is a failure that may be tried again. */
export async function buildWatched(session: Session, target: Target, build: Build): Promise<WatchedAttempt> {
  const startedAt = new Date();
  const watch = await watchStalls(session, target);
  const built = await buildOnce(watch.session, target, build).catch(async (error: unknown) => {
    if (watch.ended() && !session.signal.aborted) return { startedAt, result: unanswered(startedAt) };
    await watch.close({ ok: false });
    throw error;
  });
  const ok = built.result.exit_code === ExitCode.ok;
  await watch.close({ ok });
  const stalled = ok || session.signal.aborted ? undefined : watch.ended();
  if (!stalled) return { ...built, stalled };
  await tellLog(session, target, stalled);
  return { ...built, stalled, result: stalledResult(built.result, stalled) };
}

function stalledResult(result: CommandResult, { error }: EndedByWatch): CommandResult {
  return {
    ...result,
    exit_code: ExitCode.transient,
    manifest_path: null,
    artifacts: [],
    retryable: true,
    remediation: error.remedy,
  };
}

/** For an engine that gave up without an answer. */
function unanswered(startedAt: Date): CommandResult {
  return {
    command: '',
    exit_code: ExitCode.transient,
    packer_exit_code: null,
    stdout: '',
    stderr: '',
    log_paths: { stdout: null, packer: null },
    manifest_path: null,
    artifacts: [],
    started_at: startedAt.toISOString(),
    finished_at: new Date().toISOString(),
    retryable: true,
    remediation: null,
  };
}

/** The log tells Packer's interruption but not who did it: this says it to whoever reads the log later. */
async function tellLog(session: Session, target: Target, { error }: EndedByWatch): Promise<void> {
  const logs = openLogs(session);
  logs.open(targetPaths(session.paths, target.slug).log).write('error', 'packer-hybrid', error.message);
  await logs.close();
}
