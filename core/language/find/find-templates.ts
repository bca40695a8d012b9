import { relative, resolve } from 'node:path';
import { HybridError } from '../../errors/index.ts';
import { relativePath } from '../read/relative-path.ts';
import type { TemplateSetting } from '../template-setting.ts';
import { type Discovered, discoverTemplates } from './discover.ts';
import type { FoundTemplate } from './found-template.ts';
import { matchesOf } from './match-path.ts';
import { templateNames } from './template-names.ts';

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
