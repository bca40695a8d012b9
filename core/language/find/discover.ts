import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { relativePath } from '../read/relative-path.ts';
import { parseAhead } from '../syntax/parse-file.ts';
import { holdsBuilders } from './holds-builders.ts';
import { ignoredFolders, isTemplateFile } from './template-names.ts';

export interface Discovered {
  readonly absolutePath: string;
  readonly kind: 'directory' | 'file';
}

export interface DiscoverOptions {
  readonly root: string;
  /** Folders whose templates are copies of the workspace's own making; absolute. */
  readonly ignore?: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Every directory below the root whose files hold a build, and every legacy JSON template, in the order of their paths. */
export async function discoverTemplates({
  root,
  ignore = [],
  signal,
}: DiscoverOptions): Promise<readonly Discovered[]> {
  const files = await glob(['**/*.pkr.hcl', '**/*.pkr.json', '**/*.json'], {
    cwd: root,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    ignore: [
      ...ignoredFolders.map((folder) => `**/${folder}/**`),
      ...ignore.flatMap((folder) => below(root, folder)),
    ],
    ...(signal ? { signal } : {}),
  });
  const [named, other] = [
    files.filter((file) => isTemplateFile(file)),
    files.filter((file) => !isTemplateFile(file)),
  ];
  const folders = await directoriesWithBuilds(root, named);
  const legacy = await keep(other.filter(isCandidate), holdsBuilders);
  signal?.throwIfAborted();
  return [
    ...folders.map((absolutePath) => ({ absolutePath, kind: 'directory' as const })),
    ...legacy.map((absolutePath) => ({ absolutePath, kind: 'file' as const })),
  ].sort((a, b) => (a.absolutePath < b.absolutePath ? -1 : 1));
}

function below(root: string, folder: string): readonly string[] {
  const path = relativePath(root, folder);
  return path === '.' || path.startsWith('../') ? [] : [`${escapePath(path)}/**`];
}

/** Files that are never templates, by name: reading them all would take long in a large repository. */
function isCandidate(path: string): boolean {
  return !/^(package(-lock)?|tsconfig.*|composer|.*\.pkrvars|.*\.schema)\.json$/.test(basename(path));
}

async function directoriesWithBuilds(root: string, files: readonly string[]): Promise<readonly string[]> {
  const byFolder = new Map<string, string[]>();
  for (const file of files) byFolder.set(dirname(file), [...(byFolder.get(dirname(file)) ?? []), file]);
  return await keep([...byFolder.keys()], async (folder) => {
    for (const file of byFolder.get(folder) ?? []) if (await holdsBuild(root, file)) return true;
    return false;
  });
}

async function holdsBuild(root: string, absolutePath: string): Promise<boolean> {
  const text = await readFile(absolutePath, 'utf8').catch(() => '');
  if (!text.includes('build')) return false;
  const syntax = absolutePath.endsWith('.json') ? 'json' : 'hcl';
  const path = relativePath(root, absolutePath);
  const { body } = await parseAhead({ path, absolutePath, syntax, role: 'template', text });
  return body.blocks.some(({ type }) => type === 'build');
}

async function keep(
  items: readonly string[],
  test: (item: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const item of items) if (await test(item)) kept.push(item);
  return kept;
}
