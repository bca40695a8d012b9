import type { ResolvedConfig } from '../../core/config/index.ts';
import type { Invocation, ParsedOptions } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { reporters } from '../reporters/by-name.ts';
import type { Reporter, ReporterOptions } from '../reporters/reporter.ts';
import { styleFor } from '../style.ts';
import { buildHistory } from './build-history.ts';

/** The reporter that `--format` names, ready for a run in this workspace. */
export async function openReporter(invocation: Invocation, config: ResolvedConfig): Promise<Reporter> {
  const { options, output, env, cwd } = invocation;
  const name = options.value('format') ?? 'pretty';
  const create = await (reporters[name] ?? reporters.pretty)?.();
  if (create === undefined) throw new TypeError(`There is no reporter "${name}".`);
  return create({
    output,
    cwd,
    style: styleFor(output.stdout, { env, noColor: options.has('no-color') }),
    verbosity: verbosityOf(options),
    ci: isCi(env) || env.TERM === 'dumb',
    history: name === 'pretty' ? await buildHistory(config.workspace) : new Map(),
    workspaceRoot: config.workspace.root,
  });
}

function verbosityOf(options: ParsedOptions): ReporterOptions['verbosity'] {
  if (options.has('quiet')) return 'quiet';
  return options.has('verbose') ? 'verbose' : 'normal';
}
