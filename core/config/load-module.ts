import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import type { LoadedFile } from './loaded-file.ts';
import { moduleFailure } from './module-failure.ts';
import { leadsToRunningCopy, runningDoors } from './running-copy.ts';
import { unreadable } from './unreadable.ts';

type Module = Readonly<Record<string, unknown>>;

function stripsTypes(): boolean {
  return Boolean((process.features as { readonly typescript?: unknown }).typescript);
}

/** Node does it alone where it understands the file and would find the copy that is running. */
function isNative(file: string, text: string): boolean {
  const understood = /^\.[cm]?js$/.test(extname(file)) || stripsTypes();
  return understood && (!text.includes('packer-hybrid') || leadsToRunningCopy(file));
}

async function importNatively(file: string): Promise<Module> {
  const url = pathToFileURL(file);
  // Modules are loaded once per address: a file that was changed needs another.
  url.searchParams.set('v', String((await stat(file)).mtimeMs));
  return (await import(url.href)) as Module;
}

async function evaluate(file: string): Promise<Module> {
  delete createRequire(import.meta.url).cache[file];
  const jiti = createJiti(file, { fsCache: false, interopDefault: false, virtualModules: runningDoors() });
  return await jiti.import<Module>(file);
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
    module = await (isNative(file, text) ? importNatively(file) : evaluate(file));
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
