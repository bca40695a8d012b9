import type { ConfigOrigin, ResolvedConfig } from '../../core/config/index.ts';
import type { HookListing } from '../../core/pipeline/types.ts';
import type { Command, Invocation } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { screenWidth } from '../output.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { shownPath } from '../shown-path.ts';
import { styleOf } from '../style-of.ts';
import { textTable } from '../text-table.ts';

/** `config print`: each value with its origin; `--hooks`: who takes part in each stage, in the order of execution. */
export const command: Command = async (invocation) => {
  const { options, output } = invocation;
  const config = await readConfig(invocation, 'config');
  if (options.has('hooks')) await printHooks(invocation, config);
  else if (isJson(options)) printJson(output, valuesDocument(invocation, config));
  else output.out(valuesText(invocation, config));
  return 0;
};

function valuesDocument({ cwd }: Invocation, { file, env, environments, origins }: ResolvedConfig) {
  const shownFile = file === null ? null : shownPath(file, cwd);
  return { version: 1, file: shownFile, env, environments, values: origins };
}

function valuesText(invocation: Invocation, { file, env, environments, origins }: ResolvedConfig): string {
  const { output, cwd } = invocation;
  const style = styleOf(invocation);
  const rows = origins.map(({ path, value, origin }) => [path, shown(value), style.dim(origin)]);
  const others = environments.length > 1 ? style.dim(` of ${environments.join(', ')}`) : '';
  return [
    `${style.bold('Configuration')} ${file === null ? 'none: the defaults apply' : shownPath(file, cwd)}`,
    `${style.bold('Environment')} ${env}${others}`,
    '',
    textTable(rows, screenWidth(output)),
  ].join('\n');
}

function shown(value: ConfigOrigin['value']): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

async function printHooks(invocation: Invocation, config: ResolvedConfig): Promise<void> {
  const { output, options, env } = invocation;
  const hooks = (await pipelineOf(config, isCi(env))).hooks();
  if (isJson(options)) printJson(output, { version: 1, hooks });
  else output.out(hookText(hooks, styleOf(invocation)));
}

function hookText(hooks: readonly HookListing[], style: ReturnType<typeof styleOf>): string {
  return hooks
    .map(({ hook, taps }) => {
      const lines = taps.map(
        ({ plugin, order }) => `  ${plugin}${order === 'normal' ? '' : style.dim(` ${order}`)}`,
      );
      return [style.bold(hook), ...(lines.length > 0 ? lines : [style.dim('  nobody')])].join('\n');
    })
    .join('\n');
}
