import type { Command } from '../invocation.ts';
import { runPipeline } from '../run/run-pipeline.ts';

/** `build`: a run that stops after `build`. */
export const command: Command = (invocation) => runPipeline(invocation, { until: 'build' });
