import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const startUp = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

/** What Node loads before anything is decided: static imports, followed from file to file; `bin.ts` adds `start.ts`. */
function loadedAtStart(file: string, seen = new Map<string, readonly string[]>()) {
  if (seen.has(file)) return seen;
  const imports = [...readFileSync(file, 'utf8').matchAll(startUp)].map(([, specifier = '']) => specifier);
  seen.set(file, imports);
  for (const specifier of imports.filter((name) => name.startsWith('.'))) {
    loadedAtStart(resolve(dirname(file), specifier), seen);
  }
  return seen;
}

test('start-up loads nothing but Node and the command line itself', () => {
  const loaded = loadedAtStart(resolve(root, 'cli/bin.ts'));
  loadedAtStart(resolve(root, 'cli/start.ts'), loaded);

  const files = [...loaded.keys()].map((file) => relative(root, file));
  const packages = [...loaded.values()].flat().filter((name) => !name.startsWith('.'));
  expect(files.filter((file) => !file.startsWith('cli/'))).toEqual([]);
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([]);
  expect(files).toContain('cli/commands.ts');
});
