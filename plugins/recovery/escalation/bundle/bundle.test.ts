import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract, list } from 'tar';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dataFile, linesFile, logFile } from './bundle-file.ts';
import { readTail } from './read-tail.ts';
import { writeBundle } from './write-bundle.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'packer-hybrid-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const own = { redact: (text: string) => text.replaceAll('topsecret', '***') };
const at = new Date('2026-03-01T10:00:00.000Z');

describe('the end of a log', () => {
  test('is all of a short one, and none of one that does not exist or is empty', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a.log'), 'one\ntwo\n');
    writeFileSync(join(folder, 'empty.log'), '');

    expect(await readTail(join(folder, 'a.log'), 100)).toEqual({
      text: 'one\ntwo\n',
      bytes: 8,
      isCut: false,
    });
    expect(await readTail(join(folder, 'empty.log'), 100)).toEqual(undefined);
    expect(await readTail(join(folder, 'none.log'), 100)).toEqual(undefined);
  });

  test('begins with a whole line', async () => {
    const log = join(newFolder(), 'a.log');
    writeFileSync(log, 'password=abc\nsecond\nthird\n');

    expect(await readTail(log, 20)).toEqual({ text: 'second\nthird\n', bytes: 26, isCut: true });
  });

  test('reaches into the parts that were put aside, oldest first, as far as there is room', async () => {
    const log = join(newFolder(), 'a.log');
    writeFileSync(`${log}.2`, 'oldest line\n');
    writeFileSync(`${log}.1`, 'older line\n');
    writeFileSync(log, 'new line\n');

    expect(await readTail(log, 100)).toMatchObject({
      text: 'oldest line\nolder line\nnew line\n',
      isCut: false,
    });
    expect(await readTail(log, 25)).toEqual({ text: 'older line\nnew line\n', bytes: 32, isCut: true });
  });

  test('of a huge log costs no more than its size', async () => {
    const log = join(newFolder(), 'a.log');
    writeFileSync(log, 'x'.repeat(99).concat('\n').repeat(100_000));

    const tail = await readTail(log, 1_000);

    expect(tail?.text.length).toBeLessThanOrEqual(1_000);
    expect(tail).toMatchObject({ bytes: 10_000_000, isCut: true });
  });
});

describe('a file of a bundle', () => {
  test('is masked, and says what was masked and cut', () => {
    const long = `${'x'.repeat(3_997)}topsecret${'y'.repeat(100)}`;

    const file = logFile('build.log', { text: `token=abc\n${long}\n`, bytes: 9_999, isCut: false }, own);

    expect(file).toMatchObject({ bytes_of_original: 9_999, is_cut: true, masked: { 'named value': 1 } });
    expect(file.text).toEqual(`token=***\n${'x'.repeat(3_997)}*** … 100 characters left out\n`);
  });

  test('of data stays data', () => {
    const { text } = dataFile('run.json', { token: 'abc', said: ['topsecret'], n: 1 }, own);
    const lines = linesFile('events.ndjson', [{ said: 'topsecret' }, { n: 2 }], own);

    expect(JSON.parse(text)).toEqual({ token: '***', said: ['***'], n: 1 });
    expect(lines).toMatchObject({ text: '{"said":"***"}\n{"n":2}\n', masked: { 'secret of this run': 1 } });
  });
});

describe('a bundle', () => {
  const files = [
    dataFile('versions.json', { Packer: '1.6.6' }, own),
    logFile('build.log', { text: 'topsecret\n', bytes: 10, isCut: false }, own),
  ];
  const claims: string[] = [];
  const claim = async (path: string) => {
    claims.push(path);
    return { ours: true, look: () => undefined, close: (why: string) => void claims.push(why) };
  };

  test('holds its files and a manifest, belongs to nobody, and leaves nothing beside it', async () => {
    const folder = newFolder();
    const path = join(folder, 'bundle.tar.gz');
    await mkdir(join(folder, 'out'));

    await writeBundle(files, { path, at, claim });

    const owners: unknown[] = [];
    await list({ file: path, onReadEntry: ({ uid, gid, mtime }) => owners.push([uid, gid, mtime]) });
    await extract({ file: path, cwd: join(folder, 'out') });
    expect(owners).toEqual([at, at, at].map((mtime) => [undefined, undefined, mtime]));
    expect(JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8'))).toEqual({
      version: 1,
      created_at: at.toISOString(),
      masked_with: '***',
      files: [
        { name: 'versions.json', bytes: 24, bytes_of_original: null, is_cut: false, masked: {} },
        {
          name: 'build.log',
          bytes: 4,
          bytes_of_original: 10,
          is_cut: false,
          masked: { 'secret of this run': 1 },
        },
      ],
    });
    expect(readFileSync(join(folder, 'out', 'build.log'), 'utf8')).toEqual('***\n');
    expect(readdirSync(folder)).toEqual(['bundle.tar.gz', 'out']);
    expect(claims).toEqual([`${path}.parts`, 'gone']);
  });

  test('that cannot be written leaves nothing either', async () => {
    const folder = newFolder();
    const path = join(folder, 'bundle.tar.gz');
    await mkdir(path);

    await expect(writeBundle(files, { path, at, claim })).rejects.toThrow();

    expect(readdirSync(folder)).toEqual(['bundle.tar.gz']);
    expect(readdirSync(path)).toEqual([]);
  });
});
