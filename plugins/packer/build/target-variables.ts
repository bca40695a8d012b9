import { type BuildContext, sensitiveValues, type TargetContext } from 'packer-hybrid';
import { platformEnvironment } from '../command/platform-environment.ts';
import { type PackerVariables, packerVariables } from '../command/variables.ts';
import type { Engine } from '../engine.ts';

/** Masks every secret that a template knows, before Packer can print it. */
function registerSecrets(
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
  for (const { name, sensitive } of template.variables)
    if (sensitive) context.secrets.add(offered?.[name] ?? '');
  const variables = packerVariables(template, {
    offered: offered ?? {},
    vars: request.vars,
    secretVars: request.secretVars,
    env: process.env,
  });
  tellUnused(context, variables);
  const given = await platformEnvironment(engine, context, [target]);
  // A value that was refreshed may not lose against the one it replaces.
  const flags = variables.flags.filter(([name]) => !(`PKR_VAR_${name}` in request.environment));
  return { ...variables, flags, env: { ...given, ...variables.env, ...request.environment } };
}

function tellUnused({ emit, template }: BuildContext, { undeclared, unread }: PackerVariables): void {
  const { path } = template;
  const unused = undeclared.join(', ');
  if (unused) emit({ type: 'note', text: `${path} does not declare ${unused}: these values are not used.` });
  for (const name of unread)
    emit({
      type: 'note',
      text: `${path} is a legacy JSON template: give "${name}" the default {{env \`PKR_VAR_${name}\`}} so that it is read.`,
    });
}
