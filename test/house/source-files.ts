import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The repository's root folder. */
export const repository = join(import.meta.dirname, '..', '..');

/** A TypeScript or JavaScript module of the repository, its path relative to the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const skipped = new Set(['node_modules', 'dist', 'fixtures']);

/** Every module below these folders of the repository; folders that do not exist are empty. */
export function sourceFiles(folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    filesBelow(join(repository, folder))
      .filter((path) => /\.(ts|mjs)$/.test(path))
      .map((path) => ({ path: relative(repository, path), text: readFileSync(path, 'utf8') })),
  );
}

/** Modules that are part of the product: no tests. */
export function productFiles(): readonly SourceFile[] {
  return sourceFiles(['core', 'plugins', 'rules', 'cli']).filter(({ path }) => !isTest(path));
}

/** Tests, and what only tests of a plugin use. */
export function isTest(path: string): boolean {
  return (
    path.endsWith('.test.ts') || path.startsWith('test/') || /^(core|plugins)\/[^/]+\/testing\//.test(path)
  );
}

/** Text of a file in the repository, or undefined. */
export function repositoryText(path: string): string | undefined {
  try {
    return readFileSync(join(repository, path), 'utf8');
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string): readonly string[] {
  let entries: ReturnType<typeof entriesOf>;
  try {
    entries = entriesOf(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path);
    return [path];
  });
}

function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
