import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Scope } from '../scope.ts';

/** Larger files are no text of a template. */
const largestFile = 4 * 1024 * 1024;

/** Where a path of a template leads, when that is inside the workspace; links that lead out of it count as outside. */
export function pathInside(written: string, { files }: Scope): string | undefined {
  if (!files || written.startsWith('~')) return undefined;
  const path = isAbsolute(written) ? join(written) : join(files.base, written);
  return isInside(files.root, path) && isInside(files.root, real(path), real(files.root)) ? path : undefined;
}

function isInside(root: string, path: string, realRoot = root): boolean {
  const way = relative(realRoot, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** A file that does not exist is where its folder is. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = join(path, '..');
    return parent === path ? path : join(real(parent), path.slice(parent.length + 1));
  }
}

/** What the file holds; undefined where it is not inside, missing, too large or no file. */
export function readInside(written: string, scope: Scope): Buffer | undefined {
  const path = pathInside(written, scope);
  if (path === undefined) return undefined;
  try {
    const { size } = statSync(path);
    return size > largestFile ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whether there is a regular file; undefined where that is not for us to know. */
export function existsInside(written: string, scope: Scope): boolean | undefined {
  const path = pathInside(written, scope);
  if (path === undefined) return undefined;
  try {
    return statSync(path).isFile() ? true : undefined;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? false : undefined;
  }
}
