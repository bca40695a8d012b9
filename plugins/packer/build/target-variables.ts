import { type BuildContext, sensitiveValues, type TargetContext } from 'packer-hybrid';
import { type PackerVariables, packerVariables } from '../command/variables.ts';
import type { Engine } from '../engine.ts';

/** Masks every secret that a template knows, before Packer can print it. */
export function registerSecrets(
  { secrets, template }: Pick<TargetContext, 'secrets' | 'template'>,
  given: Readonly<Record<string, string>>,
): void {
  for (const value of [...sensitiveValues(template), ...Object.values(given)]) secrets.add(value);
}

/** The values of a build: what its platform offers below what the user set. */
export async function targetVariables(engine: Engine, context: BuildContext): Promise<PackerVariables> {
  const { template, target, request } = context;
  registerSecrets(context, request.secretVars);
  const offered = await engine.find(`variables/${target.platform}`)?.resolve(context);
  const variables = packerVariables(template, {
    offered: offered ?? {},
    vars: request.vars,
    secretVars: request.secretVars,
    env: process.env,
  });
  if (variables.undeclared.length > 0) {
    const names = variables.undeclared.join(', ');
    context.emit({
      type: 'note',
      text: `${template.path} does not declare ${names}: these values are not used.`,
    });
  }
  return variables;
}
