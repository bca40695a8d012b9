import { readdir, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { HybridError } from '../../errors/index.ts';
import { relativePath } from '../read/relative-path.ts';
import type { TemplateSetting } from '../template-setting.ts';
import { type Discovered, discoverTemplates } from './discover.ts';
import type { FoundTemplate } from './found-template.ts';
import { holdsBuilders } from './holds-builders.ts';
import { ignoredFolders, isTemplateFile, templateNames } from './template-names.ts';

export interface FindOptions {
  readonly root: string;
  /** Empty: every template below the root. */
  readonly settings: readonly TemplateSetting[];
  /** Folders in which discovery finds nothing, such as the workspace's artifacts and logs; absolute. */
  readonly ignore?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Finds what the settings name, or what there is. Never empty: a setting that names nothing is an error of its own. */
export async function findTemplates(options: FindOptions): Promise<readonly FoundTemplate[]> {
  const { root, settings, signal } = options;
  if (settings.length === 0) return await discovered(options);
  const found: FoundTemplate[] = [];
  for (const setting of settings) {
    signal?.throwIfAborted();
    const matches = await matchesOf(root, setting.path, signal);
    if (matches.length === 0) throw missing([resolve(root, setting.path)], root);
    found.push(...matches.map((match) => foundTemplate(root, match, setting)));
  }
  return lastOfEach(found);
}

async function discovered(options: FindOptions): Promise<readonly FoundTemplate[]> {
  const { root } = options;
  const matches = await discoverTemplates(options);
  if (matches.length === 0) throw missing([root], root);
  return matches.map((match) =>
    foundTemplate(root, match, {
      path: relativePath(root, match.absolutePath),
      vars: {},
      secrets: {},
      varFiles: [],
      cwd: 'template',
    }),
  );
}

async function matchesOf(root: string, path: string, signal?: AbortSignal): Promise<readonly Discovered[]> {
  const direct = await describe(resolve(root, path));
  if (direct || !isDynamicPattern(path)) return direct ? [direct] : [];
  const names = await glob([path], {
    cwd: root,
    absolute: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ignoredFolders.map((folder) => `**/${folder}/**`),
    ...(signal ? { signal } : {}),
  });
  const described = await Promise.all(names.sort().map((name) => describe(resolve(root, name))));
  return await withoutStrangers(described.filter((match) => match !== undefined));
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

/** A directory counts when it holds template files; a file counts by its name. */
async function describe(absolutePath: string): Promise<Discovered | undefined> {
  const info = await stat(absolutePath).catch(() => undefined);
  if (info?.isFile()) {
    const isTemplate = isTemplateFile(absolutePath) || absolutePath.endsWith('.json');
    return isTemplate ? { absolutePath, kind: 'file' } : undefined;
  }
  if (!info?.isDirectory()) return undefined;
  const names = await readdir(absolutePath).catch(() => []);
  return names.some(isTemplateFile) ? { absolutePath, kind: 'directory' } : undefined;
}

function foundTemplate(
  root: string,
  { absolutePath, kind }: Discovered,
  setting: TemplateSetting,
): FoundTemplate {
  return { path: relativePath(root, absolutePath), absolutePath, kind, setting };
}

/** A template that several settings match is built once, as the last of them says. */
function lastOfEach(found: readonly FoundTemplate[]): readonly FoundTemplate[] {
  return [...new Map(found.map((template) => [template.absolutePath, template])).values()];
}

function missing(looked: readonly string[], root: string): HybridError {
  const places = looked.map((place) =>
    relative(root, place).startsWith('..') ? place : relativePath(root, place),
  );
  const named = places.map((place) => (place === '.' ? root : place));
  return new HybridError('PH_TEMPLATE_MISSING', { looked: named, names: templateNames });
}
