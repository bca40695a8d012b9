import type { PreflightContext } from 'packer-hybrid';
import type { Engine } from '../engine.ts';
import { checkPlugins } from './check-plugins.ts';
import { missingCheck, programCheck } from './check-program.ts';

/** Finds or installs Packer and the plugins that templates require. */
export async function preflight(engine: Engine, context: PreflightContext): Promise<void> {
  const program = await engine.packer(context).catch((cause: unknown) => {
    if (context.signal.aborted) throw cause;
    context.report(missingCheck(cause));
    return undefined;
  });
  if (!program) return;
  context.report(programCheck(program));
  await checkPlugins(engine, context, program);
}
