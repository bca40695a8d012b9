import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { HybridError, reasonOf } from '../errors/index.ts';
import type { LoadedFile } from './loaded-file.ts';
import { unreadable } from './unreadable.ts';
import type { ConfigRequest } from './user-config.ts';

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new HybridError('PH_CONFIG_UNREADABLE', { file, reason: reasonOf(cause) }, { cause });
  }
}

function isModule(file: string): boolean {
  return /^\.[cm]?[jt]s$/.test(extname(file));
}

async function load(file: string, text: string): Promise<LoadedFile> {
  const extension = extname(file);
  // Only what the file needs is loaded: every start of the program comes by here.
  if (isModule(file)) return await (await import('./load-module.ts')).loadModule(file, text);
  const { loadJson, loadYaml } = await import('./load-document.ts');
  if (basename(file) === 'package.json') return loadJson(file, text, ['packer-hybrid']);
  if (extension === '.json') return loadJson(file, text);
  if (extension === '.yaml' || extension === '.yml') return loadYaml(file, text);
  throw unreadable({ file, reason: 'its name must end in .ts, .js, .mjs, .json, .yaml or .yml.' });
}

/** Reads a configuration file of any format; a configuration that is a function is called. */
export async function loadFile(file: string, request: ConfigRequest): Promise<LoadedFile> {
  const text = await textOf(file);
  const loaded = await load(file, text);
  const { value } = loaded;
  if (typeof value !== 'function') return loaded;
  try {
    return { ...loaded, value: await value(request) };
  } catch (error) {
    throw (await import('./module-failure.ts')).moduleFailure(error, file, text);
  }
}
