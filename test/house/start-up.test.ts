import { expect, it } from 'vitest';
import { importsOf, type ModuleImport } from './module-imports.ts';
import { sourceFiles } from './source-files.ts';

/** Every import that is carried out before the first line of the program runs. */
function loadedAtStart(entries: readonly string[]): readonly ModuleImport[] {
  const files = new Map(sourceFiles(['cli']).map((file) => [file.path, file]));
  const seen = new Set(entries);
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

/** `bin.ts` switches the compile cache on and loads `start.ts` afterwards. */
const entries = ['cli/bin.ts', 'cli/start.ts'];

it('starts with node built-ins and its own files only: everything else is loaded when a command needs it', () => {
  const heavy = loadedAtStart(entries).filter(({ to }) => !to.startsWith('node:') && !to.startsWith('cli/'));

  expect(heavy.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
});

it('follows the files of the command line', () => {
  expect(loadedAtStart(entries).map(({ to }) => to)).toContain('cli/commands.ts');
});
