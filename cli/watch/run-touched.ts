import { relative } from 'node:path';
import { commandNamed } from '../commands.ts';
import type { Invocation } from '../invocation.ts';
import { parseOptions } from '../parse-options.ts';

/** Takes templates through the pipeline as far as `--run until=<stage>` says; does nothing without it. */
export async function runTouched(invocation: Invocation, templates: readonly string[]): Promise<number> {
  const { cwd, options } = invocation;
  const stage = options.value('run')?.replace('until=', '');
  const spec = commandNamed('run');
  if (stage === undefined || spec === undefined || templates.length === 0) return 0;
  const passedOn = ['config', 'env', 'format'].flatMap((name) => {
    const value = options.value(name);
    return value === undefined ? [] : [`--${name}=${value}`];
  });
  const paths = templates.map((path) => relative(cwd, path) || '.');
  const { runPipeline } = await import('../run/run-pipeline.ts');
  const argv = [...paths, `--until=${stage}`, ...passedOn];
  const typed = `packer-hybrid run ${argv.join(' ')}`;
  return await runPipeline({ ...invocation, typed, ...parseOptions(spec, argv) }, {});
}
