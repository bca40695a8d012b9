import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeDeadLock } from '../dead-lock.ts';
import { ownerOf } from '../lock-owner.ts';
import type { WorkspaceFolders } from '../paths.ts';

/** Locks in the state folder whose holders are dead for certain: they name a process of this machine that is gone. */
export async function deadLocks({ state }: Pick<WorkspaceFolders, 'state'>): Promise<readonly string[]> {
  const entries = await readdir(state, { recursive: true }).catch(() => []);
  return entries
    .filter((name) => name.endsWith('.lock'))
    .map((name) => join(state, name))
    .filter((path) => ownerOf(path) === 'dead')
    .sort();
}

/** Takes a dead lock away, unless somebody living has taken it over by now. */
export function removeLock(path: string): boolean {
  return ownerOf(path) === 'dead' && removeDeadLock(path);
}
