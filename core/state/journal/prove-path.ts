import { lstatSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isInside } from '../is-inside.ts';
import type { WorkspaceFolders } from '../paths.ts';
import { isWhatTheRunLeft } from './claim-path.ts';
import type { PathIntent } from './journal-line.ts';
import { identityOf } from './path-identity.ts';
import { type OpenEntry, pathSeen } from './read-journals.ts';

/** What becomes of a path that a killed run claimed. */
export type PathVerdict =
  | { readonly is: 'gone' }
  | { readonly is: 'ours' }
  | { readonly is: 'not proven'; readonly reason: string };

export interface ProofOptions {
  readonly folders: WorkspaceFolders;
  /** Absolute paths of files of finished images. */
  readonly images: readonly string[];
}

/** Judges whether what stands at a path now is what the run made, and whether it may be removed. */
export function provePath(entry: OpenEntry<PathIntent>, { folders, images }: ProofOptions): PathVerdict {
  const { path, kind } = entry.intent;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return { is: 'gone' };
  const isKind = kind === 'folder' ? found.isDirectory() : found.isFile();
  if (!isKind) return notProven(`it is not the ${kind} that the run announced`);
  // Only its parents' links are resolved: it is no link itself.
  const real = join(realPath(dirname(path)), basename(path));
  if (!isAllowed(entry, real, folders)) return notProven('it is outside of the workspace');
  if (foldersOf(folders).some((folder) => isInside(real, folder))) {
    return notProven('a folder of the workspace is in it');
  }
  if (!isWhatTheRunLeft(entry, identityOf(path))) return notProven('it is another one than the run made');
  if (images.some((file) => isInside(real, realPath(file)))) return notProven('a finished image is in it');
  return { is: 'ours' };
}

/** Outside of the workspace only what was seen right after it was made counts, and only among temporary files. */
function isAllowed(entry: OpenEntry, real: string, folders: WorkspaceFolders): boolean {
  if (foldersOf(folders).some((folder) => isInside(folder, real))) return true;
  return pathSeen(entry) !== undefined && dirname(real) === realPath(tmpdir());
}

function foldersOf({ root, configs, artifacts, logs, state, cache }: WorkspaceFolders): readonly string[] {
  return [root, configs, artifacts, logs, state, cache].map(realPath);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function notProven(reason: string): PathVerdict {
  return { is: 'not proven', reason };
}
