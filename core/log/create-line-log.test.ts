import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../process/index.ts';
import { createLineLog } from './create-line-log.ts';
import { readLog } from './read-log.ts';

const secrets = createSecrets(['s3cret-value', 'first-half\nsecond-half']);
const format = /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\] (debug|info|warn|error) \S+ /;
const messageOf = (line: string) => line.replace(format, '');

async function collect(path: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of readLog(path)) lines.push(line);
  return lines;
}

describe('createLineLog', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ph-log-'));
  });

  it('makes the folder and gives every line the same form', async () => {
    const path = join(folder, 'deep', 'build.log');
    const log = createLineLog(path, { secrets });

    log.write('info', 'qemu.debian', 'one\ntwo\r\nthree');
    log.write('error', 'two words', '\u001b[31mred\u001b[0m and a bell\u0007');
    log.write('warn', '', '');
    await log.close();

    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    expect(lines.every((line) => format.test(line))).toEqual(true);
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'info qemu.debian one',
      'info qemu.debian two',
      'info qemu.debian three',
      'error two-words red and a bell\\x07',
      'warn - ',
    ]);
  });

  it('masks secrets, also those with several lines', async () => {
    const path = join(folder, 'build.log');
    const log = createLineLog(path, { secrets });

    log.write('info', 'shell', 'a s3cret-value b first-half\nsecond-half c');
    await log.close();

    expect((await collect(path)).map(messageOf)).toEqual(['a *** b *** c']);
  });

  it('appends to a log that is already there', async () => {
    const path = join(folder, 'build.log');
    await writeFile(path, '[2026-01-01T00:00:00.000Z] info x before\n');
    const log = createLineLog(path, { secrets });

    log.write('info', 'x', 'after');
    await log.close();

    expect((await collect(path)).map(messageOf)).toEqual(['before', 'after']);
  });

  it('puts a big file aside, keeps as many as told, and reads them back in order', async () => {
    const path = join(folder, 'build.log');
    const log = createLineLog(path, { secrets, maxBytes: 200_000, maxFiles: 2 });

    for (let number = 0; number < 20_000; number += 1) log.write('info', 'x', `line ${number}`);
    await log.close();

    expect((await readdir(folder)).sort()).toEqual(['build.log', 'build.log.1', 'build.log.2']);
    const numbers = (await collect(path)).map((line) => Number(messageOf(line).slice(5)));
    expect(numbers).toEqual(numbers.map((_, at) => 20_000 - numbers.length + at));
    expect(numbers.length).toBeGreaterThan(1000);
  });

  it('reports a file that cannot be written once, drops the lines and closes all the same', async () => {
    const errors: string[] = [];
    const blocker = join(folder, 'file');
    await writeFile(blocker, '');
    const log = createLineLog(join(blocker, 'build.log'), {
      secrets,
      onError: (error) => errors.push(error.message),
    });

    for (let round = 0; round < 3; round += 1) {
      log.write('info', 'x', 'lost');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await log.close();
    await log.close();

    expect(errors).toEqual([expect.stringContaining('ENOTDIR')]);
  });

  it('drops what is written after it was closed', async () => {
    const path = join(folder, 'build.log');
    const log = createLineLog(path, { secrets });

    log.write('info', 'x', 'kept');
    await log.close();
    log.write('info', 'x', 'late');

    expect((await collect(path)).map(messageOf)).toEqual(['kept']);
  });
});

describe('readLog', () => {
  it('yields nothing for a log that is not there', async () => {
    expect(await collect('/no/such/log')).toEqual([]);
  });
});
