import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheName, cacheNames } from './cache-names.ts';
import { readChecksum } from './checksum.ts';
import type { DeclaredIso } from './declared-isos.ts';
import { type IsoStore, share } from './store.ts';

export interface TargetCache {
  /** The target's own `PACKER_CACHE_DIR`. */
  readonly folder: string;
  readonly isos: readonly DeclaredIso[];
  readonly store: IsoStore;
}

/** Empties the cache of images from earlier builds and puts the stored ones in; answers what is still to be downloaded. */
export async function prepareCache(
  { folder, isos, store }: TargetCache,
  { useCache, signal }: { useCache: boolean; signal?: AbortSignal },
): Promise<readonly DeclaredIso[]> {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => cacheName.test(name));
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
  if (!useCache) return isos;
  const missing: DeclaredIso[] = [];
  for (const iso of isos) {
    const stored = await store.find(iso, signal);
    if (!stored) missing.push(iso);
    const names = new Set(stored ? [...stored.names, ...cacheNames(iso)] : []);
    for (const name of names)
      await share(stored?.path ?? '', join(folder, name), { mayShare: isPinned(iso) });
  }
  return missing;
}

/** Takes finished downloads into the store; answers which images are there now. */
export async function harvestCache(
  { folder, isos, store }: TargetCache,
  signal?: AbortSignal,
): Promise<readonly DeclaredIso[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => cacheName.test(name));
  const stored: DeclaredIso[] = [];
  for (const iso of isos) {
    const name = names.find((each) => cacheNames(iso).includes(each)) ?? onlyOne(names, isos);
    if (name && (await store.add(iso, join(folder, name), signal))) stored.push(iso);
  }
  return stored;
}

/** Where the name cannot be foretold, one file and one image belong together. */
function onlyOne(names: readonly string[], isos: readonly DeclaredIso[]): string | undefined {
  return names.length === 1 && isos.length === 1 ? names[0] : undefined;
}

function isPinned(iso: DeclaredIso): boolean {
  return readChecksum(iso.checksum) !== undefined;
}
