import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cachedBase } from './cache.ts';
import { temporaryPrefix } from './remove-abandoned.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bases-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = async () => Promise.reject(new Error('no program is needed'));
const hash = 'abcdef0123456789abcdef';

async function make(temporary: string) {
  await writeFile(join(temporary, 'disk.qcow2'), 'disk');
  await writeFile(join(temporary, 'id_ed25519'), 'key');
  return { disk: 'disk.qcow2', privateKey: 'id_ed25519', sshUser: 'root' };
}

it('makes a base once', async () => {
  const first = await cachedBase({ run, folder }, hash, make);
  const second = await cachedBase({ run, folder }, hash, () => Promise.reject(new Error('made twice')));

  expect(second).toEqual(first);
  expect(first.checksum).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await readFile(first.disk, 'utf8')).toBe('disk');
});

it('lets two make it at once, and gives both the same', async () => {
  const [one, two] = await Promise.all([
    cachedBase({ run, folder }, hash, make),
    cachedBase({ run, folder }, hash, make),
  ]);

  expect(one).toEqual(two);
  expect(await readdir(folder)).toEqual([hash.slice(0, 16)]);
});

it('leaves nothing of a base that could not be made', async () => {
  const failing = cachedBase({ run, folder }, hash, async (temporary) => {
    await make(temporary);
    throw new Error('disk full');
  });

  await expect(failing).rejects.toThrow('disk full');
  expect(await readdir(folder)).toEqual([]);
});

it('makes a base again that lost a file or its description', async () => {
  const base = await cachedBase({ run, folder }, hash, make);
  await rm(base.privateKey);
  const whole = await cachedBase({ run, folder }, hash, make);
  await writeFile(join(folder, hash.slice(0, 16), 'base.json'), '{"disk":');

  const again = await cachedBase({ run, folder }, hash, make);

  expect(whole).toEqual(base);
  expect(again).toEqual(base);
});

it('removes what a killed process left, and nothing of a living one', async () => {
  const living = `${temporaryPrefix()}abc`;
  await mkdir(join(folder, `${temporaryPrefix(2 ** 22 + 1)}abc`));
  await mkdir(join(folder, living));

  await cachedBase({ run, folder }, hash, make);

  expect((await readdir(folder)).toSorted()).toEqual([living, hash.slice(0, 16)].toSorted());
});
