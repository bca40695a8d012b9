import type { PluginApi, RunContext } from 'packer-hybrid';
import { secretVariables } from './command/environment.ts';
import { type DownloadTurns, downloadTurns } from './iso/index.ts';
import { locatePacker, type PackerProgram, versionAsker } from './locate/index.ts';
import type { PackerOptions } from './options.ts';

/** What the plugin's handlers share. */
export interface Engine {
  readonly options: PackerOptions;
  readonly find: PluginApi<PackerOptions>['find'];
  readonly turns: DownloadTurns;
  /** The Packer of this run: looked for, and installed, once. */
  packer(context: RunContext): Promise<PackerProgram>;
}

export function createEngine({ options, find }: Pick<PluginApi<PackerOptions>, 'options' | 'find'>): Engine {
  const askVersion = versionAsker();
  const located = new Map<string, Promise<PackerProgram>>();

  function packer(context: RunContext): Promise<PackerProgram> {
    for (const name of secretVariables) context.secrets.add(process.env[name] ?? '');
    const key = context.run.id;
    const known = located.get(key);
    if (known) return known;
    const fresh = locatePacker(context, { path: options.path, toolchain: find('toolchain'), askVersion });
    located.set(key, fresh);
    // What failed may succeed later in the same run, once a person has acted or the network is back.
    fresh.catch(() => located.delete(key));
    return fresh;
  }

  return { options, find, turns: downloadTurns(), packer };
}
