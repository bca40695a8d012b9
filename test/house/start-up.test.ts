import { expect, it } from 'vitest';
import { importsOf, type ModuleImport } from './module-imports.ts';
import { sourceFiles } from './source-files.ts';

/** Every import that is carried out before the first line of the program runs. */
function loadedAtStart(entries: readonly string[], folders = ['cli']): readonly ModuleImport[] {
  const files = new Map(sourceFiles(folders).map((file) => [file.path, file]));
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

it('reads logs without the engine, which takes longer to load than most logs to read', () => {
  const loaded = loadedAtStart(['cli/commands/diagnose.ts'], ['cli', 'core', 'plugins']);

  expect(loaded.map(({ to }) => to)).toContain('plugins/recovery/diagnosis/diagnose-log.ts');
  expect(
    loaded
      .filter(({ to }) => !to.startsWith('node:') && !/^(cli|core|plugins)\//.test(to))
      .map(({ from, to }) => `${from} → ${to}`)
      .filter((one) => !/ → (picocolors|fastest-levenshtein)$/.test(one)),
  ).toEqual([]);
});
