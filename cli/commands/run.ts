import type { Command } from '../invocation.ts';
import { runPipeline } from '../run/run-pipeline.ts';

/** `run`: all stages, or those that `--from` and `--until` leave. */
export const command: Command = (invocation) => runPipeline(invocation, {});
