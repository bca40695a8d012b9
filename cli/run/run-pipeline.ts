import { ExitCode } from '../../core/errors/index.ts';
import type { Pipeline, RunRequest } from '../../core/pipeline/types.ts';
import { guardIdle } from '../idle-guard.ts';
import { watchSignals } from '../interruption.ts';
import type { Invocation } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { readConfig } from '../read-config.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { openReporter } from './open-reporter.ts';
import { runOverrides } from './run-overrides.ts';
import { type RunPreset, runRequest } from './run-request.ts';
import { watchPending } from './running-programs.ts';
import { stallHandler } from './stall-handler.ts';

/** Runs the pipeline for `run`, `build` and `publish`: shows what happens and answers with the run's exit code. */
export async function runPipeline(invocation: Invocation, preset: RunPreset): Promise<number> {
  const request = runRequest(invocation.typed, invocation.options, preset);
  const config = await readConfig(invocation, 'run', runOverrides(invocation));
  const pipeline = await pipelineOf(config, isCi(invocation.env));
  const reporter = await openReporter(invocation, config);
  return watchedRun(pipeline, request, { invocation, reporter });
}

interface Watching {
  readonly invocation: Invocation;
  readonly reporter: Reporter;
}

async function watchedRun(pipeline: Pipeline, request: RunRequest, { invocation, reporter }: Watching) {
  const { output } = invocation;
  const pending = watchPending(pipeline);
  const stopListening = pipeline.onEvent((event) => reporter.onEvent(event));
  const interruption = watchSignals({
    source: process,
    say: (text) => output.err(text),
    pending: pending.phrases,
    exit: (code) => process.exit(code),
  });
  const stopGuard = guardIdle(process, pending.phrases, stallHandler(invocation, reporter));
  try {
    const record = await pipeline.run({ ...request, signal: interruption.signal });
    reporter.finish(record);
    return record.exit_code ?? ExitCode.failed;
  } finally {
    for (const end of [stopGuard, stopListening, pending.stop, interruption.dispose]) end();
    reporter.close();
  }
}
