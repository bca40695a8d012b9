import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NEVER = new Set(['.git', 'node_modules']);

export interface WalkOptions {
  /** Absolute folders that are left out. */
  readonly exclude: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Absolute paths of the regular files at and below `path`, links followed, each folder once; a missing path yields itself. */
export async function* walkFiles(path: string, options: WalkOptions): AsyncGenerator<string> {
  yield* walk(path, options, new Set());
}

async function* walk(path: string, options: WalkOptions, seen: Set<string>): AsyncGenerator<string> {
  options.signal?.throwIfAborted();
  if (options.exclude.includes(path)) return;
  const found = await statOf(path);
  // Sockets, pipes and devices are skipped: reading one could wait for ever.
  if (found === undefined || found.isFile()) yield path;
  else if (found.isDirectory()) yield* walkFolder(path, options, seen);
}

async function* walkFolder(path: string, options: WalkOptions, seen: Set<string>): AsyncGenerator<string> {
  const real = await realpath(path);
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of (await readdir(path)).sort()) {
    if (!NEVER.has(name)) yield* walk(join(path, name), options, seen);
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw cause;
  }
}
