import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isInside, portablePath } from '../../state/is-inside.ts';
import type { NamedFile } from '../rule.ts';

const largestFile = 1024 * 1024;

/** Reads the files that templates name, each once per run: text of up to 1 MiB inside the workspace, nothing else. */
export interface NamedFiles {
  read(path: string, cwd: string): NamedFile | undefined;
  exists(path: string, cwd: string): boolean;
}

/** Files below one workspace root, remembered for as long as the object lives. */
export function namedFiles(root: string): NamedFiles {
  const top = real(root) ?? root;
  const read = new Map<string, NamedFile | undefined>();
  const present = new Map<string, boolean>();
  return {
    read: (path, cwd) => remembered(read, resolve(cwd, path), (absolute) => readInside(top, root, absolute)),
    exists: (path, cwd) =>
      remembered(present, resolve(cwd, path), (absolute) => insideOf(top, absolute) !== undefined),
  };
}

function remembered<T>(known: Map<string, T>, key: string, find: (key: string) => T): T {
  if (known.has(key)) return known.get(key) as T;
  const found = find(key);
  known.set(key, found);
  return found;
}

function readInside(top: string, root: string, absolute: string): NamedFile | undefined {
  const path = insideOf(top, absolute);
  if (path === undefined) return undefined;
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > largestFile) return undefined;
    const bytes = readFileSync(path);
    if (bytes.includes(0)) return undefined;
    return { path: portablePath(root, absolute), text: bytes.toString('utf8') };
  } catch {
    return undefined;
  }
}

/** A link may not lead out of the workspace: what counts is where the file really is. */
function insideOf(top: string, absolute: string): string | undefined {
  const path = real(absolute);
  return path !== undefined && isInside(top, path) ? path : undefined;
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
