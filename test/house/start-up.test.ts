import { expect, it } from 'vitest';
import { importsOf, type ModuleImport } from './module-imports.ts';
import { sourceFiles } from './source-files.ts';

/** Every import that is carried out before the first line of the program runs. */
function loadedAtStart(entry: string): readonly ModuleImport[] {
  const files = new Map(sourceFiles(['cli']).map((file) => [file.path, file]));
  const seen = new Set([entry]);
  const found: ModuleImport[] = [];
  for (const path of seen) {
    const file = files.get(path);
    if (!file) continue;
    for (const one of importsOf(file).filter(({ typeOnly, lazy }) => !typeOnly && !lazy)) {
      found.push(one);
      seen.add(one.to);
    }
  }
  return found;
}

it('starts with node built-ins and its own files only: everything else is loaded when a command needs it', () => {
  const heavy = loadedAtStart('cli/bin.ts').filter(
    ({ to }) => !to.startsWith('node:') && !to.startsWith('cli/'),
  );

  expect(heavy.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
});

it('reads the entry that the package names', () => {
  expect(loadedAtStart('cli/bin.ts')).not.toEqual([]);
});
