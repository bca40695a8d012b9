import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { hashFile } from './hash-file.ts';
import { changedInputs, hashInputs, MISSING } from './hash-inputs.ts';
import type { HashedInput } from './hash-manifest.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

function newFolder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-hash-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const paths = (inputs: readonly HashedInput[]) => inputs.map(({ path }) => path);

test('files are hashed under their path from the root', async () => {
  const root = newFolder({ 'templates/a.pkr.hcl': 'A', 'scripts/b.sh': 'B' });

  const { inputs } = await hashInputs(
    [
      { path: join(root, 'templates/a.pkr.hcl'), kind: 'template' },
      { path: join(root, 'scripts/b.sh'), kind: 'script' },
    ],
    { root },
  );

  expect(inputs).toEqual([
    { path: 'scripts/b.sh', kind: 'script', sha256: sha('B') },
    { path: 'templates/a.pkr.hcl', kind: 'template', sha256: sha('A') },
  ]);
});

test('the digest does not depend on the order, nor on a file being named twice', async () => {
  const root = newFolder({ a: 'A', b: 'B' });
  const a = { path: join(root, 'a'), kind: 'template' } as const;
  const b = { path: join(root, 'b'), kind: 'script' } as const;

  const one = await hashInputs([a, b, { ...a, kind: 'script' }], { root });
  const other = await hashInputs([b, { ...a, kind: 'script' }, a, a], { root });

  expect(other).toEqual(one);
  expect(one.inputs.length).toEqual(2);
});

test('the digest changes with the content, the name, and a setting', async () => {
  const digest = async (files: Readonly<Record<string, string>>, extra: readonly HashedInput[] = []) => {
    const root = newFolder(files);
    return (await hashInputs([{ path: root, kind: 'provisioner' }], { root, extra })).digest;
  };

  const digests = await Promise.all([
    digest({ a: 'A' }),
    digest({ a: 'B' }),
    digest({ b: 'A' }),
    digest({ a: 'A' }, [{ path: 'packer', kind: 'setting', sha256: sha('1.11.2') }]),
  ]);

  expect(new Set(digests).size).toEqual(4);
  expect(await digest({ a: 'A' })).toEqual(digests[0]);
});

test('a folder counts with every file in it, but not with what a run itself writes', async () => {
  const root = newFolder({ 'site.yml': 's', 'roles/b/x': 'x', 'logs/r/run.json': 'l', '.git/HEAD': 'h' });

  const { inputs } = await hashInputs([{ path: root, kind: 'provisioner' }], {
    root,
    exclude: [join(root, 'logs')],
  });

  expect(paths(inputs)).toEqual(['roles/b/x', 'site.yml']);
});

test('links are followed, circles end, and a pipe is not waited for', async () => {
  const root = newFolder({ 'play/site.yml': 's', 'shared/role': 'r' });
  symlinkSync('../shared', join(root, 'play/roles'));
  symlinkSync('..', join(root, 'play/up'));
  symlinkSync('nowhere', join(root, 'play/broken'));
  execFileSync('mkfifo', [join(root, 'play/pipe')]);

  const { inputs } = await hashInputs([{ path: join(root, 'play'), kind: 'provisioner' }], { root });

  expect(paths(inputs)).toEqual(['play/broken', 'play/roles/role', 'play/site.yml']);
  expect(inputs[0]?.sha256).toEqual(MISSING);
});

test('a file that is not there counts as missing', async () => {
  const root = newFolder({});

  const { inputs } = await hashInputs([{ path: join(root, 'no.sh'), kind: 'script' }], { root });

  expect(inputs).toEqual([{ path: 'no.sh', kind: 'script', sha256: MISSING }]);
});

test('hashing ends with the signal', async () => {
  const root = newFolder({ a: 'A' });

  const hashed = hashInputs([{ path: root, kind: 'script' }], { root, signal: AbortSignal.abort() });

  await expect(hashed).rejects.toMatchObject({ name: 'AbortError' });
});

test('what changed is named: changed, added and gone', async () => {
  const root = newFolder({ same: '1', other: '2', gone: '3' });
  const before = await hashInputs([{ path: root, kind: 'script' }], { root });
  writeFileSync(join(root, 'other'), 'changed');
  writeFileSync(join(root, 'added'), '4');
  rmSync(join(root, 'gone'));

  const after = await hashInputs([{ path: root, kind: 'script' }], { root });

  expect(changedInputs(before, after)).toEqual(['added', 'gone', 'other']);
  expect(changedInputs(before, before)).toEqual([]);
});

test('an empty file has the hash of nothing', async () => {
  const root = newFolder({ empty: '' });

  expect(await hashFile(join(root, 'empty'))).toEqual(sha(''));
});
