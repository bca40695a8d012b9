import type { Invocation } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { readConfig } from '../read-config.ts';
import { openReporter } from './open-reporter.ts';
import { runOverrides } from './run-overrides.ts';
import { type RunPreset, runRequest } from './run-request.ts';
import { watchedRun } from './watched-run.ts';

/** Runs the pipeline for `run`, `build` and `publish`: shows what happens and answers with the run's exit code. */
export async function runPipeline(invocation: Invocation, preset: RunPreset): Promise<number> {
  const request = runRequest(invocation.typed, invocation.options, preset);
  const config = await readConfig(invocation, 'run', runOverrides(invocation));
  const pipeline = await pipelineOf(config, isCi(invocation.env));
  const reporter = await openReporter(invocation, config);
  return watchedRun(pipeline, request, { invocation, reporter, root: config.workspace.root });
}
