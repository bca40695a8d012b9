import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from './fault.ts';

const folder = join(import.meta.dirname, 'faults');

/** The names of all faults, which are the names of their files. */
export function faultNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .toSorted();
}

/** Every fault of the suite; a file that does not hold the fault of its name is an error. */
export async function findFaults(): Promise<readonly Fault[]> {
  return Promise.all(faultNames().map(loadFault));
}

async function loadFault(name: string): Promise<Fault> {
  const module: { readonly fault?: Fault } = await import(join(folder, `${name}.ts`));
  if (module.fault?.name === name) return module.fault;
  throw new Error(`test/faults/faults/${name}.ts has to export \`fault\` with the name "${name}".`);
}
