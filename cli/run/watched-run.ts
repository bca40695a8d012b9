import { ExitCode } from '../../core/errors/index.ts';
import type { Pipeline, RunRequest } from '../../core/pipeline/types.ts';
import { guardIdle } from '../idle-guard.ts';
import { watchSignals } from '../interruption.ts';
import type { Invocation } from '../invocation.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { confirmOnTerminal } from './confirm/index.ts';
import { filesOfRun } from './files-of-run.ts';
import { watchPending } from './running-programs.ts';
import { stallHandler } from './stall-handler.ts';

export interface Watching {
  readonly invocation: Invocation;
  readonly reporter: Reporter;
  /** The root of the workspace. */
  readonly root: string;
}

/** Runs a pipeline under the eyes of a reporter, and so that Ctrl-C ends it calmly; answers with its exit code. */
export async function watchedRun(
  pipeline: Pipeline,
  request: RunRequest,
  { invocation, reporter, root }: Watching,
): Promise<number> {
  const { output, options } = invocation;
  const pending = watchPending(pipeline);
  const stopListening = pipeline.onEvent((event) => reporter.onEvent(event));
  const interruption = watchSignals({
    source: process,
    say: (text) => output.err(text),
    pending: pending.phrases,
    isBuilding: () => pipeline.pending().some(({ hook }) => hook === 'build'),
    exit: (code) => process.exit(code),
  });
  const stopGuard = guardIdle(process, pending.phrases, stallHandler(invocation, reporter));
  try {
    const confirm = confirmOnTerminal(invocation, reporter);
    const record = await pipeline.run({ ...request, ...confirm, signal: interruption.signal });
    const place = { root, writesPatches: options.has('apply') };
    const files = await filesOfRun(record, place).catch((cause: unknown) => {
      reporter.finish(record);
      throw cause;
    });
    reporter.finish(record, files);
    return record.exit_code ?? ExitCode.failed;
  } finally {
    for (const end of [stopGuard, stopListening, pending.stop, interruption.dispose]) end();
    reporter.close();
  }
}
