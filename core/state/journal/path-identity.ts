import { lstatSync } from 'node:fs';
import type { SightedPath } from './journal-line.ts';

/** What tells a folder or file from another one of the same name; undefined when there is none. */
export function identityOf(path: string): SightedPath | undefined {
  const found = statOf(path);
  return found && { device: found.dev, inode: found.ino, born: Math.round(found.birthtimeMs) };
}

export function isSameThing(a: SightedPath, b: SightedPath): boolean {
  return a.device === b.device && a.inode === b.inode && a.born === b.born;
}

function statOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    // Something on the way to it is no folder: then there is nothing either.
    if ((cause as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw cause;
  }
}
