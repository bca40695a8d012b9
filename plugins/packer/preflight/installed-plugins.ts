import type { RequiredPlugin, RunContext } from 'packer-hybrid';
import { meetsConstraint } from '../constraint.ts';
import type { PackerProgram } from '../locate/index.ts';

/** A plugin that is on this machine. */
export interface InstalledPlugin {
  readonly source: string;
  readonly version: string;
}

const binary = /([^/\\]+)[/\\]([^/\\]+)[/\\]([^/\\]+)[/\\]packer-plugin-[^/\\]+?_v(\d[^_]*)_x/;

/** Reads the paths that `packer plugins installed` prints. */
export function readInstalled(output: string): readonly InstalledPlugin[] {
  return output.split('\n').flatMap((line) => {
    const [, host, owner, name, version = ''] = binary.exec(line.trim()) ?? [];
    return host ? [{ source: `${host}/${owner}/${name}`, version }] : [];
  });
}

/** The plugins of this machine; undefined when this Packer cannot tell. */
export async function installedPlugins(
  program: PackerProgram,
  { processes, signal }: Pick<RunContext, 'processes' | 'signal'>,
): Promise<readonly InstalledPlugin[] | undefined> {
  if (!program.capabilities.listPlugins) return undefined;
  const env = { CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', PACKER_LOG: undefined };
  const lines: string[] = [];
  const { exitCode } = await processes.run(program.path, ['plugins', 'installed'], {
    env,
    signal,
    timeoutMs: 60_000,
    onStdout: (line) => lines.push(line),
  });
  return exitCode === 0 ? readInstalled(lines.join('\n')) : undefined;
}

/** Required plugins that no installed version satisfies. */
export function missingPlugins(
  required: readonly RequiredPlugin[],
  installed: readonly InstalledPlugin[],
): readonly RequiredPlugin[] {
  return required.filter(({ name, source = `github.com/hashicorp/${name}`, version }) => {
    const versions = installed.filter((each) => each.source === source);
    return !versions.some((each) => meetsConstraint(each.version, version));
  });
}
