import { cp, lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mirrored } from './stage.ts';

/** Moves what is new in a folder of the copy to the folder that it stands for. */
export async function bringBack(folder: Mirrored, edited: ReadonlyMap<string, string>): Promise<void> {
  for (const name of await readdir(folder.staged)) {
    const from = join(folder.staged, name);
    const to = join(folder.real, name);
    if (name === folder.step || edited.has(to)) continue;
    if (folder.placed.has(name) && !(await wasReplaced(from))) continue;
    await rm(to, { recursive: true, force: true });
    await move(from, to);
  }
}

/** A link that became a real file or folder was replaced by the build, as `-force` does with its output. */
async function wasReplaced(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  return !(await lstat(path)).isSymbolicLink();
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    if (!isAcrossDisks(cause)) throw cause;
    await cp(from, to, { recursive: true, preserveTimestamps: true });
    await rm(from, { recursive: true, force: true });
  }
}

function isAcrossDisks(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EXDEV';
}
