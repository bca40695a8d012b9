import { stat } from 'node:fs/promises';
import type { Loader } from 'cosmiconfig';
import { HybridError, reasonOf } from '../errors/index.ts';

const name = 'packer-hybrid';
const extensions = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'];
const searchPlaces = [...extensions.map((extension) => `${name}.config.${extension}`), 'package.json'];

/** Searching only looks: what it finds is loaded afterwards, by our own loaders and with our own errors. */
const found: Loader = () => ({});
const hasKey: Loader = (_path, text) => {
  // Other programs say better what is wrong with a package.json.
  try {
    return Object.hasOwn(JSON.parse(text), name) ? { [name]: {} } : {};
  } catch {
    return {};
  }
};

async function search(cwd: string): Promise<string | undefined> {
  const { cosmiconfig } = await import('cosmiconfig');
  const explorer = cosmiconfig(name, {
    searchPlaces,
    searchStrategy: 'project',
    cache: false,
    ignoreEmptySearchPlaces: false,
    loaders: {
      ...Object.fromEntries(extensions.map((extension) => [`.${extension}`, found])),
      '.json': (path, text) => (path.endsWith('package.json') ? hasKey(path, text) : found(path, text)),
    },
  });
  try {
    return (await explorer.search(cwd))?.filepath;
  } finally {
    explorer.clearCaches();
  }
}

/** The configuration file that counts in a folder: the nearest one up to the folder with a package.json. */
export async function findConfigFile(cwd: string): Promise<string | undefined> {
  try {
    return await search(cwd);
  } catch (cause) {
    // cosmiconfig also reads settings of its own, from the package.json of the working directory.
    const file = (cause as { readonly filepath?: string }).filepath ?? cwd;
    throw new HybridError('PH_CONFIG_UNREADABLE', { file, reason: reasonOf(cause) }, { cause });
  }
}

/** Says so when a file that was asked for is not there. */
export async function requireFile(file: string): Promise<void> {
  const info = await stat(file).catch(() => undefined);
  if (info === undefined) throw new HybridError('PH_CONFIG_MISSING', { file });
  if (!info.isFile()) throw new HybridError('PH_CONFIG_UNREADABLE', { file, reason: 'it is not a file.' });
}
