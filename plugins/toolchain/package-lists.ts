import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageManager } from './package-managers.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Where a package manager keeps its lists, and how one of them is called. */
const listFolders: Readonly<Record<string, { readonly folder: string; readonly list: RegExp }>> = {
  apt: { folder: '/var/lib/apt/lists', list: /_(Packages|InRelease|Release)(\.\w+)?$/ },
  apk: { folder: '/var/cache/apk', list: /^APKINDEX/ },
  pacman: { folder: '/var/lib/pacman/sync', list: /\.db$/ },
};

export type ListState = 'missing' | 'stale' | 'fresh';

/** Whether the package lists of this machine are there, and young enough to name files that the mirrors still have. */
export async function packageListState(
  manager: PackageManager,
  { folder = listFolders[manager.id]?.folder, now = Date.now() } = {},
): Promise<ListState> {
  const known = listFolders[manager.id];
  if (!manager.refresh || !known || !folder) return 'fresh';
  const names = await readdir(folder).catch(() => []);
  if (!names.some((name) => known.list.test(name))) return 'missing';

  // Lists carry the mirror's time; the folder that they are downloaded through carries ours.
  const times = await Promise.all([folder, join(folder, 'partial')].map(changedAt));
  return now - Math.max(...times) > DAY_MS ? 'stale' : 'fresh';
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
