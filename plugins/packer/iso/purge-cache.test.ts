import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cacheNames } from './cache-names.ts';
import type { DeclaredIso } from './declared-isos.ts';
import { purgeCache } from './purge-cache.ts';
import { isoStore } from './store.ts';
import { prepareCache } from './target-cache.ts';

const hash = (type: string, text: string) => createHash(type).update(text).digest('hex');
const isoOf = (text: string, checksum = `sha256:${hash('sha256', text)}`): DeclaredIso => ({
  key: hash('md5', text),
  urls: [`https://example.org/${text}.iso`],
  checksum,
  extension: 'iso',
});

/** A store and a target's cache that hold these images, and what stands beside them. */
async function cached(...isos: readonly DeclaredIso[]) {
  const root = await mkdtemp(join(tmpdir(), 'ph-purge-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [folder, inStore] = [join(root, 'target'), join(root, 'isos')];
  const store = isoStore(inStore);
  await mkdir(folder);
  for (const iso of isos) {
    const text = iso.urls[0]?.replace(/.*\/|\.iso$/g, '') ?? '';
    const file = join(root, cacheNames(iso)[0] ?? `${hash('sha1', text)}.iso`);
    await writeFile(file, text);
    await store.add(iso, file);
  }
  await prepareCache({ folder, isos, store }, { useCache: true });
  await writeFile(join(folder, 'port'), 'not an image');
  return { folder, inStore, store };
}

test('only the images of the target go, from its cache and from the store', async () => {
  const [mine, other] = [isoOf('mine'), isoOf('other')];
  const { folder, inStore, store } = await cached(mine, other);
  const [name = ''] = cacheNames(mine);

  const removed = await purgeCache({ folder, isos: [mine], store });

  expect(removed).toEqual([join(folder, name), join(inStore, mine.key, 'image')]);
  expect((await readdir(folder)).toSorted()).toEqual([...cacheNames(other), 'port'].toSorted());
  expect(await readdir(inStore)).toEqual([other.key]);
});

test('what looks sound goes as well: it did not match', async () => {
  const iso = isoOf('mine');
  const { folder, inStore, store } = await cached(iso);
  expect(await store.find(iso)).toBeDefined();

  await purgeCache({ folder, isos: [iso], store });

  expect(await store.find(iso)).toBeUndefined();
  expect(await readdir(inStore)).toEqual([]);
});

test('an image whose name in the cache nobody can foretell is known from the store', async () => {
  const iso = isoOf('mine', 'file:https://example.org/SHA256SUMS');
  const { folder, store } = await cached(iso);
  const before = await readdir(folder);

  await purgeCache({ folder, isos: [iso], store });

  expect(before).toHaveLength(2);
  expect(await readdir(folder)).toEqual(['port']);
});

test('another target that uses the same image keeps what it has', async () => {
  const iso = isoOf('mine');
  const { folder, store } = await cached(iso);
  const neighbour = `${folder}-2`;
  await prepareCache({ folder: neighbour, isos: [iso], store }, { useCache: true });

  await purgeCache({ folder, isos: [iso], store });

  expect(await readFile(join(neighbour, cacheNames(iso)[0] ?? ''), 'utf8')).toBe('mine');
});

test('nothing cached is nothing to remove, also twice', async () => {
  const iso = isoOf('mine');
  const { folder, store } = await cached();

  expect(await purgeCache({ folder, isos: [iso], store })).toEqual([]);
  expect(await purgeCache({ folder: `${folder}-none`, isos: [iso], store })).toEqual([]);
});
