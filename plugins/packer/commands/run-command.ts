import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RunContext, Target, Template } from 'packer-hybrid';
import type { TemplateArguments } from '../command/arguments.ts';
import { packerEnvironment } from '../command/environment.ts';
import { openPlace } from '../command/place.ts';
import { platformEnvironment } from '../command/platform-environment.ts';
import { type PackerRun, type PackerRunResult, runPacker } from '../command/run-packer.ts';
import type { Engine } from '../engine.ts';
import { templateValues } from './template-values.ts';

export interface CommandRequest {
  readonly template: Template;
  argumentsFor(given: TemplateArguments): readonly string[];
  /** Whether Packer gets the template's values; `init` and `fmt` take none. */
  readonly withValues: boolean;
  /** `fmt` has to see the user's own text, which every version can read. */
  readonly asWritten?: boolean;
  readonly onEvent?: PackerRun['onEvent'];
}

/** Runs one of Packer's quick commands on a template and answers with where it ran. */
export async function runCommand(
  engine: Engine,
  context: RunContext,
  request: CommandRequest,
): Promise<PackerRunResult & { readonly cwd: string }> {
  const program = await engine.packer(context);
  const place = await openPlace({
    template: request.asWritten ? withoutRequirements(request.template) : request.template,
    root: context.workspace.root,
    program,
    stageFolder: join(context.workspace.cache, 'work', context.run.id, `stage-${randomUUID().slice(0, 8)}`),
  });
  try {
    const values = templateValues(request.template, context);
    const { given, env } = request.withValues ? values : { given: { varFiles: [], flags: [] }, env: {} };
    const platform = await platformEnvironment(engine, context, targetsOf(request.template, context));
    const result = await runPacker(context, {
      program,
      place,
      args: request.argumentsFor({ ...given, template: place.template }),
      env: packerEnvironment({ name: context.run.env, debugLog: false, variables: { ...platform, ...env } }),
      graceMs: engine.options.graceMinutes * 60_000,
      names: [],
      ...(request.onEvent ? { onEvent: request.onEvent } : {}),
    });
    return { ...result, cwd: place.cwd };
  } finally {
    await place.close();
  }
}

/** The targets of this run that come from a template. */
export function targetsOf({ path }: Template, { targets }: Pick<RunContext, 'targets'>): readonly Target[] {
  return targets.filter((target) => target.template === path);
}

/** A template that needs no changed copy. */
function withoutRequirements(template: Template): Template {
  return { ...template, requirements: { ...template.requirements, pluginBlocks: [] } };
}
