import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const doors = [
  'packer-hybrid',
  'packer-hybrid/plugins',
  'packer-hybrid/rules',
  'packer-hybrid/testing',
] as const;

/** The module behind a public door of the copy that is running: a package may import itself by its own name. */
function open(door: string): Promise<unknown> {
  return import(door);
}

/**
 * The public doors for configuration files that we evaluate ourselves. They lead to the running copy, so that a file in a folder
 * without `node_modules` works, and no second copy of the product is loaded beside this one. Each is opened when it is first used.
 */
export function runningDoors(): Record<string, unknown> {
  const modules: Record<string, unknown> = {};
  for (const door of doors) Object.defineProperty(modules, door, { get: () => open(door), enumerable: true });
  return modules;
}

function entryOfRunningCopy(): string {
  const entry = import.meta.url.endsWith('.ts') ? '../index.ts' : '../index.js';
  return fileURLToPath(new URL(entry, import.meta.url));
}

/** Whether Node by itself would lead a file that imports `packer-hybrid` to the copy that is running. */
export function leadsToRunningCopy(file: string): boolean {
  try {
    const resolved = createRequire(file).resolve(doors[0]);
    return realpathSync(resolved) === realpathSync(entryOfRunningCopy());
  } catch {
    return false;
  }
}
