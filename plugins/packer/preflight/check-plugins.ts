import type { CheckInput, PreflightContext, RequiredPlugin, Template } from 'packer-hybrid';
import { initArguments } from '../command/arguments.ts';
import { packerEnvironment } from '../command/environment.ts';
import { openPlace } from '../command/place.ts';
import { runPacker } from '../command/run-packer.ts';
import type { Engine } from '../engine.ts';
import type { PackerProgram } from '../locate/index.ts';
import { installedPlugins, missingPlugins } from './installed-plugins.ts';

const id = 'packer/plugins';

/** Whether the plugins that templates require are installed; installs them with `packer init` where that is allowed. */
export async function checkPlugins(
  engine: Engine,
  context: PreflightContext,
  program: PackerProgram,
): Promise<void> {
  const templates = context.templates.filter((template) => template.requirements.plugins.length > 0);
  if (templates.length === 0) return;
  if (!program.capabilities.init) return context.report(builtIn(program));
  for (const template of templates)
    context.report(await checkTemplate(engine, context, { template, program }));
}

interface Question {
  readonly template: Template;
  readonly program: PackerProgram;
}

async function checkTemplate(
  engine: Engine,
  context: PreflightContext,
  { template, program }: Question,
): Promise<CheckInput> {
  const required = template.requirements.plugins;
  const installed = await installedPlugins(program, context);
  const missing = installed ? missingPlugins(required, installed) : required;
  if (missing.length === 0)
    return { id, ok: true, message: `${template.path}: its plugins are installed (${named(required)}).` };
  const mayInstall = context.settings.toolchain.install === 'auto' && !context.run.dryRun;
  if (mayInstall) return init(engine, context, { template, program, missing });
  if (!installed) return { ...unknown(program, template), ok: true };
  return {
    id,
    ok: false,
    message: `${template.path} needs plugins that are not installed: ${named(missing)}.`,
    remedy: `Run \`${program.path} init ${template.path}\`, or set \`toolchain: { install: 'auto' }\`.`,
  };
}

async function init(
  engine: Engine,
  context: PreflightContext,
  { template, program, missing }: Question & { missing: readonly RequiredPlugin[] },
): Promise<CheckInput> {
  const what = `Packer plugins ${named(missing)}`;
  const command = `packer init ${template.path}`;
  const why = `${template.path} requires them.`;
  context.emit({ type: 'install.started', what, why, command });
  const place = await openPlace({
    template,
    root: context.workspace.root,
    program,
    stageFolder: '',
  });
  const { process, stdout, stderr } = await runPacker(context, {
    program,
    place,
    args: initArguments({ template: place.template, varFiles: [], flags: [] }),
    env: packerEnvironment({ name: context.run.env, debugLog: false, variables: {} }),
    graceMs: engine.options.graceMinutes * 60_000,
    names: [],
  });
  const ok = process.exitCode === 0;
  context.emit({ type: 'install.finished', what, ok, duration_ms: process.durationMs });
  if (ok) return { id, ok, message: `${template.path}: ${what} were installed.` };
  const reason = (stdout.trim() || stderr.trim()).split('\n').slice(-5).join(' ');
  const message = `\`${command}\` failed: ${reason || `it ended with ${process.exitCode ?? process.ended}`}`;
  return { id, ok, message, remedy: `Run \`${program.path} init ${template.path}\` and read its output.` };
}

function builtIn(program: PackerProgram): CheckInput {
  const message = `Packer ${program.version} has its plugins built in: required_plugins asks for nothing.`;
  return { id, ok: true, severity: 'low', message };
}

function unknown(program: PackerProgram, template: Template): Omit<CheckInput, 'ok'> {
  const message = `Packer ${program.version} cannot tell which plugins are installed; ${template.path} may need \`packer init\`.`;
  return { id, severity: 'low', message };
}

function named(plugins: readonly RequiredPlugin[]): string {
  return plugins.map(({ name, version }) => (version ? `${name} ${version}` : name)).join(', ');
}
