import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheName, cacheNames } from './cache-names.ts';
import type { TargetCache } from './target-cache.ts';

/** Removes the cached copies of a target's images, in its own cache and in the store; answers with their paths. */
export async function purgeCache({ folder, isos, store }: TargetCache): Promise<readonly string[]> {
  const removed: string[] = [];
  const present = (await readdir(folder).catch(() => [])).filter((name) => cacheName.test(name));
  for (const iso of isos) {
    const stored = await store.remove(iso);
    const names = [...cacheNames(iso), ...(stored?.names ?? [])];
    // Where the name cannot be foretold, one file and one image belong together.
    const own =
      present.length === 1 && isos.length === 1 ? present : names.filter((name) => present.includes(name));
    for (const name of new Set(own)) {
      await rm(join(folder, name), { force: true });
      removed.push(join(folder, name));
    }
    if (stored) removed.push(stored.path);
  }
  return removed;
}
