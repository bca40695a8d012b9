import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Discovered } from './discover.ts';
import { holdsBuilders } from './holds-builders.ts';
import { ignoredFolders, isTemplateFile } from './template-names.ts';

/** The templates that a path or pattern names. What exists under the very name is never read as a pattern. */
export async function matchesOf(
  root: string,
  path: string,
  signal?: AbortSignal,
): Promise<readonly Discovered[]> {
  const direct = await templatesAt(resolve(root, path));
  if (direct.length > 0 || !isDynamicPattern(path)) return direct;
  const names = await glob([path], {
    cwd: root,
    absolute: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ignoredFolders.map((folder) => `**/${folder}/**`),
    ...(signal ? { signal } : {}),
  });
  const matches = await Promise.all(names.sort().map((name) => templatesAt(resolve(root, name))));
  return await withoutStrangers(matches.flat());
}

/** A pattern sweeps up more than templates: other JSON files, and the files of directories that it names as well. */
async function withoutStrangers(matches: readonly Discovered[]): Promise<readonly Discovered[]> {
  const folders = new Set(
    matches.filter(({ kind }) => kind === 'directory').map((match) => match.absolutePath),
  );
  const kept: Discovered[] = [];
  for (const match of matches) {
    const { absolutePath, kind } = match;
    const isPart = isTemplateFile(absolutePath) && folders.has(dirname(absolutePath));
    const isKept =
      kind === 'directory' || (isTemplateFile(absolutePath) ? !isPart : await holdsBuilders(absolutePath));
    if (isKept) kept.push(match);
  }
  return kept;
}

/** A file is taken by its name; a directory for its template files, or else for the legacy templates in it. */
async function templatesAt(absolutePath: string): Promise<readonly Discovered[]> {
  const info = await stat(absolutePath).catch(() => undefined);
  if (info?.isFile()) {
    const isTemplate = isTemplateFile(absolutePath) || absolutePath.endsWith('.json');
    return isTemplate ? [{ absolutePath, kind: 'file' }] : [];
  }
  if (!info?.isDirectory()) return [];
  const names = await readdir(absolutePath).catch(() => []);
  if (names.some(isTemplateFile)) return [{ absolutePath, kind: 'directory' }];
  const legacy = names.filter((name) => name.endsWith('.json')).sort();
  const files = legacy.map((name) => ({ absolutePath: join(absolutePath, name), kind: 'file' as const }));
  return await withoutStrangers(files);
}
