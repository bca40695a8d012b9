import { rm } from 'node:fs/promises';
import { ExitCode, type ExitCode as ExitCodeType, worstExitCode } from '../errors/index.ts';
import type { RunRecord } from '../schema/index.ts';
import { masked, pruneLogs, workFolder } from '../state/index.ts';
import { rememberAll } from './remember-all.ts';
import { reportFailures } from './report-failures.ts';
import { runContext } from './run-context.ts';
import type { Session } from './session.ts';
import { writeTargetSummaries } from './target-summaries.ts';

/** Ends a run whatever happened: lets plugins close, writes everything down, and tells how it ended. */
export async function finishRun(session: Session, began: number): Promise<RunRecord> {
  await closePlugins(session);
  const { run } = session.record;
  const interrupted = session.signal.aborted;
  run.exit_code = exitCodeOf(run, interrupted);
  run.finished_at = new Date().toISOString();
  if (interrupted) run.status = 'interrupted';
  else run.status = run.exit_code === ExitCode.ok ? 'succeeded' : 'failed';

  session.emit({
    type: 'run.finished',
    status: run.status === 'succeeded' && run.dry_run ? 'planned' : run.status,
    exit_code: run.exit_code,
    duration_ms: Math.round(performance.now() - began),
  });
  const record = masked(run, session.secrets);
  if (session.writable) await keep(session, record);
  return record;
}

/** A fresh signal: plugins must be able to clean up after the run was cancelled. */
async function closePlugins(session: Session): Promise<void> {
  const failures = await session.runner.collect('close', {
    signal: new AbortController().signal,
    contextOf: (scope) => ({ ...runContext(session, scope), record: session.record.run }),
  });
  reportFailures(session, failures);
}

function exitCodeOf({ targets, failures }: RunRecord, interrupted: boolean): ExitCodeType {
  if (interrupted) return ExitCode.interrupted;
  const codes = [...targets.map(({ exit_code }) => exit_code), ...failures.map(({ exit_code }) => exit_code)];
  return worstExitCode(codes as ExitCodeType[]);
}

async function keep(session: Session, record: RunRecord): Promise<void> {
  const { paths, settings } = session;
  await session.save();
  await writeTargetSummaries(session);
  await rememberAll(session, record);
  await rm(workFolder(paths), { recursive: true, force: true });
  await pruneLogs(paths, settings.policy.retention, { current: record.run });
}
