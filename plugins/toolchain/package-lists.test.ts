import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageListState } from './package-lists.ts';
import { packageManagers } from './package-managers.ts';

const [apt] = packageManagers.filter(({ id }) => id === 'apt');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('calls the lists of a fresh container missing', async () => {
  await writeFile(join(folder, 'lock'), '');

  const state = apt && (await packageListState(apt, { folder }));

  expect(state).toBe('missing');
});

it('goes by the time of the download, not of the list', async () => {
  const list = join(folder, 'deb.debian.org_debian_dists_bookworm_main_binary-amd64_Packages');
  await writeFile(list, '');
  await utimes(list, 0, 0);
  const states = apt && [
    await packageListState(apt, { folder }),
    await packageListState(apt, { folder, now: Date.now() + 25 * 60 * 60 * 1_000 }),
  ];

  expect(states).toEqual(['fresh', 'stale']);
});
