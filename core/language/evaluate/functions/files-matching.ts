import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from '../scope.ts';
import { pathInside } from './read-inside.ts';

/** A folder with more is not walked through. */
const mostEntries = 20_000;

/** Files below a folder whose path fits the pattern, with `/`; undefined where that is not for us to know. */
export function filesMatching(folder: string, pattern: string, scope: Scope): readonly string[] | undefined {
  const root = pathInside(folder, scope);
  const test = patternOf(pattern);
  if (root === undefined || !test) return undefined;
  const walk = { root, deep: pattern.includes('**'), depth: pattern.split('/').length, left: mostEntries };
  const found = entriesBelow(walk, '');
  return found?.filter((name) => test.test(name));
}

/** Only what every dialect of globs has in common. */
function patternOf(pattern: string): RegExp | undefined {
  if (!/^[\w.*/ ?{},@+-]+$/.test(pattern) || pattern.includes('..') || pattern.startsWith('/'))
    return undefined;
  const source = pattern
    .replace(/[.+]/g, '\\$&')
    .replace(/\{([^{}]*)\}/g, (_, names: string) => `(?:${names.split(',').join('|')})`)
    .replace(
      /\*\*\/|\*\*|\*|\?/g,
      (glob) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[glob] ?? glob,
    );
  return /[{}]/.test(source) ? undefined : new RegExp(`^${source}$`);
}

interface Walk {
  readonly root: string;
  readonly deep: boolean;
  readonly depth: number;
  left: number;
}

function entriesBelow(walk: Walk, folder: string): readonly string[] | undefined {
  const found: string[] = [];
  for (const entry of list(join(walk.root, folder))) {
    walk.left -= 1;
    if (walk.left < 0) return undefined;
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!walk.deep && name.split('/').length >= walk.depth) continue;
      const inner = entriesBelow(walk, name);
      if (!inner) return undefined;
      found.push(...inner);
    } else if (entry.isFile() || isFile(join(walk.root, name))) found.push(name);
  }
  return found;
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
