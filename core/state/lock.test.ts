import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from './lock.ts';
import { ownerText } from './lock-owner.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'packer-hybrid-lock-')), 'file.json');
const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid;

test('work on one path is done one after the other, in the order of asking', async () => {
  const path = newPath();
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} starts`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${name} ends`);
  };

  await Promise.all([withLock(path, work('a')), withLock(path, work('b'))]);

  expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

test('the lock is given back when the work fails', async () => {
  const path = newPath();

  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  expect(await withLock(path, async () => 'again')).toEqual('again');
  expect(readdirSync(join(path, '..'))).toEqual([]);
});

test('a lock of a living process is waited for, then reported', async () => {
  const path = newPath();
  writeFileSync(`${path}.lock`, ownerText());

  const locked = withLock(path, async () => 'never', { waitMs: 60 });

  await expect(locked).rejects.toMatchObject({ code: 'PH_WORKSPACE_LOCKED', context: { path } });
  expect(readFileSync(`${path}.lock`, 'utf8')).toEqual(ownerText());
});

test('waiting ends with the signal', async () => {
  const path = newPath();
  writeFileSync(`${path}.lock`, ownerText());

  const locked = withLock(path, async () => 'never', { signal: AbortSignal.timeout(40) });

  await expect(locked).rejects.toMatchObject({ name: expect.stringMatching(/AbortError|TimeoutError/) });
});

test('a lock of a process that is gone is taken over, also when a remover died over it', async () => {
  const path = newPath();
  const dead = ownerText(deadPid());
  writeFileSync(`${path}.lock`, dead);
  writeFileSync(`${path}.lock.break`, dead);

  const result = await withLock(path, async () => 'mine', { waitMs: 1_000 });

  expect(result).toEqual('mine');
  expect(readdirSync(join(path, '..'))).toEqual([]);
});

test('a lock whose process number belongs to a later process is taken over', async () => {
  const path = newPath();
  writeFileSync(`${path}.lock`, ownerText().replace(/ \d+ /, ' 1 '));

  expect(await withLock(path, async () => 'mine', { waitMs: 1_000 })).toEqual('mine');
});

test('a lock of a living process is respected however long it was silent', async () => {
  const path = newPath();
  writeFileSync(`${path}.lock`, ownerText());
  utimesSync(`${path}.lock`, new Date(0), new Date(0));

  const locked = withLock(path, async () => 'never', { waitMs: 60 });

  await expect(locked).rejects.toMatchObject({ code: 'PH_WORKSPACE_LOCKED' });
});

test('a lock of another machine is respected while it is kept fresh, and taken over when it is not', async () => {
  const path = newPath();
  writeFileSync(`${path}.lock`, '1 2 elsewhere');
  await expect(withLock(path, async () => 'early', { waitMs: 60 })).rejects.toMatchObject({
    code: 'PH_WORKSPACE_LOCKED',
  });

  utimesSync(`${path}.lock`, new Date(0), new Date(0));
  const result = await withLock(path, async () => 'late', { waitMs: 1_000 });

  expect(result).toEqual('late');
});

test('a place that cannot be written is reported as such', async () => {
  const path = newPath();
  writeFileSync(path, '');

  const locked = withLock(join(path, 'below', 'file.json'), async () => 'never');

  await expect(locked).rejects.toMatchObject({ code: 'PH_WORKSPACE_READONLY' });
});
