import type { Command } from '../invocation.ts';
import { runPipeline } from '../run/run-pipeline.ts';

/** `publish`: continues an earlier run, the last one unless told, at `publish`. */
export const command: Command = (invocation) => runPipeline(invocation, { from: 'publish' });
