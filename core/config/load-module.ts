import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import { hasModuleType } from './has-module-type.ts';
import type { LoadedFile } from './loaded-file.ts';
import { moduleFailure } from './module-failure.ts';
import { leadsToRunningCopy, runningDoors } from './running-copy.ts';
import { unreadable } from './unreadable.ts';

type Module = Readonly<Record<string, unknown>>;

/** What Node cannot load although nothing is wrong with it: syntax beyond plain types, and imports without an extension. */
const beyondNode = new Set([
  'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  'ERR_INVALID_TYPESCRIPT_SYNTAX',
  'ERR_UNKNOWN_FILE_EXTENSION',
  'ERR_UNSUPPORTED_DIR_IMPORT',
  'ERR_MODULE_NOT_FOUND',
]);

function stripsTypes(): boolean {
  return Boolean((process.features as { readonly typescript?: unknown }).typescript);
}

/** Node does it alone where it understands the file and would find the copy that is running. */
function isNative(file: string, text: string): boolean {
  const extension = extname(file);
  const understood = /^\.[cm]?js$/.test(extension) || stripsTypes();
  // Node guesses the format of other files, and prints a warning about it.
  const isTold = /^\.[cm]/.test(extension) || hasModuleType(dirname(file));
  return understood && isTold && (!text.includes('packer-hybrid') || leadsToRunningCopy(file));
}

async function importNatively(file: string): Promise<Module> {
  const url = pathToFileURL(file);
  // Modules are loaded once per address: a file that was changed needs another.
  url.searchParams.set('v', String((await stat(file)).mtimeMs));
  return (await import(url.href)) as Module;
}

/** What was evaluated before in this process may have changed since. */
function forget(folder: string): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) {
    if (file.startsWith(folder + sep) && !file.includes(`${sep}node_modules${sep}`)) delete cache[file];
  }
}

async function evaluate(file: string): Promise<Module> {
  forget(dirname(file));
  const jiti = createJiti(file, { fsCache: false, interopDefault: false, virtualModules: runningDoors() });
  return await jiti.import<Module>(file);
}

async function load(file: string, text: string): Promise<Module> {
  if (!isNative(file, text)) return await evaluate(file);
  try {
    return await importNatively(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!beyondNode.has(code)) throw error;
    return await evaluate(file);
  }
}

function defaultOf(module: Module): unknown {
  const value = module.default;
  // A CommonJS file that was compiled from an ES module.
  const isWrapped =
    typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value;
  return isWrapped ? value.default : value;
}

/** Runs a TypeScript or JavaScript configuration and answers with its default export; writes no file. */
export async function loadModule(file: string, text: string): Promise<LoadedFile> {
  let module: Module;
  try {
    module = await load(file, text);
  } catch (error) {
    throw moduleFailure(error, file, text);
  }
  const value = defaultOf(module);
  if (value === undefined) {
    const reason = 'it has no default export; write `export default defineConfig({ … })`.';
    throw unreadable({ file, reason });
  }
  return { value, lineOf: () => undefined };
}
