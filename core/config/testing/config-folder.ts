import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type HybridError, isHybridError } from '../../errors/index.ts';
import { type LoadConfig, loadConfig, type ResolvedConfig } from '../load-config.ts';

/** A folder of a user, far from any installed copy of the product. */
export interface ConfigFolder {
  readonly root: string;
  load(options?: Partial<LoadConfig>): Promise<ResolvedConfig>;
  /** The error that loading ends with. */
  fail(options?: Partial<LoadConfig>): Promise<HybridError>;
}

/** Writes files into a new temporary folder. */
export async function configFolder(files: Readonly<Record<string, string>>): Promise<ConfigFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'ph-config-')));
  for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const load = (options: Partial<LoadConfig> = {}) =>
    loadConfig({ cwd: root, command: 'run', ci: false, variables: {}, ...options });
  return {
    root,
    load,
    async fail(options) {
      try {
        await load(options);
      } catch (error) {
        if (isHybridError(error)) return error;
        throw error;
      }
      throw new Error('The configuration was loaded.');
    },
  };
}
