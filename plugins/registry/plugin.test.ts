import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Artifact, CloseContext, PublishContext, Target } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { pruneImages } from './prune-images.ts';
import { publishImage } from './publish-image.ts';
import type { Registry } from './registry-file.ts';

const target: Target = {
  id: 'dev/-/qemu.debian',
  slug: 'dev.qemu.debian',
  env: 'dev',
  template: 'templates',
  source: { type: 'qemu', name: 'debian' },
  packer_name: 'qemu.debian',
  platform: 'qemu',
  os: 'linux',
};
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const keepAll = { copy: true, keep: 9 };

function newRoot(): string {
  return mkdtempSync(join(tmpdir(), 'packer-hybrid-registry-'));
}

function build(root: string, files: Readonly<Record<string, string>>): Artifact {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // A build makes a new file; it does not write into the old one.
    rmSync(join(root, path), { force: true });
    writeFileSync(join(root, path), text);
  }
  return {
    builder_id: 'transcend.qemu',
    platform: 'qemu',
    image_ids: ['VM'],
    description: 'VM files in directory: output',
    files: Object.entries(files).map(([path, text]) => ({ path, size: text.length, sha256: sha(text) })),
  };
}

function publishContext(root: string, run: string, artifacts: readonly Artifact[]): PublishContext {
  const noGit = { command: 'git', exitCode: null, ended: 'not-found', stdoutTail: '', stderrTail: '' };
  return {
    target,
    artifacts,
    run: { id: run },
    workspace: { root, artifacts: join(root, 'artifacts') },
    signal: new AbortController().signal,
    processes: { run: async () => noGit, find: async () => undefined },
  } as unknown as PublishContext;
}

function closeContext(root: string, retracted = false): CloseContext {
  const publications = [{ publisher: 'registry', reference: 'r', retracted }];
  return {
    workspace: { root, artifacts: join(root, 'artifacts') },
    signal: new AbortController().signal,
    record: { targets: [{ target, publications }] },
  } as unknown as CloseContext;
}

async function publish(root: string, run: string, text = run) {
  const artifact = build(root, { 'output/disk.qcow2': text });
  return publishImage(publishContext(root, run, [artifact]), keepAll);
}

function readRegistry(root: string): Registry {
  return JSON.parse(readFileSync(join(root, 'artifacts/registry.json'), 'utf8'));
}
const runsOf = (root: string) => readRegistry(root).targets[target.slug]?.images.map(({ run }) => run);
const keptText = (root: string, run: string) =>
  readFileSync(join(root, 'artifacts/images', target.slug, run, 'disk.qcow2'), 'utf8');

test('an image is registered with its files, run and ids, and has a place of its own', async () => {
  const root = newRoot();

  const outcome = await publish(root, 'r1', 'disk');

  expect(outcome?.publication).toEqual({
    reference: 'dev.qemu.debian@r1',
    detail: '1 file in artifacts/images/dev.qemu.debian/r1',
  });
  expect(readRegistry(root).targets[target.slug]).toMatchObject({
    id: 'dev/-/qemu.debian',
    platform: 'qemu',
    images: [
      {
        run: 'r1',
        git_sha: null,
        image_ids: ['VM'],
        files: [{ path: 'artifacts/images/dev.qemu.debian/r1/disk.qcow2', size: 4, sha256: sha('disk') }],
      },
    ],
  });
  expect(keptText(root, 'r1')).toEqual('disk');
});

test('the image of before outlives the next build, and the newest stands first', async () => {
  const root = newRoot();

  await publish(root, 'r1');
  await publish(root, 'r2');

  expect(runsOf(root)).toEqual(['r2', 'r1']);
  expect([keptText(root, 'r1'), keptText(root, 'r2')]).toEqual(['r1', 'r2']);
});

test('taken back, the image of before is the newest again and nothing of the other is left', async () => {
  const root = newRoot();
  await publish(root, 'r1');
  const outcome = await publish(root, 'r2');

  await outcome?.retract?.(new AbortController().signal);

  expect(runsOf(root)).toEqual(['r1']);
  expect(readdirSync(join(root, 'artifacts/images', target.slug))).toEqual(['r1']);
  expect(readFileSync(join(root, 'output/disk.qcow2'), 'utf8')).toEqual('r2');
});

test('taken back, a first image leaves no entry', async () => {
  const root = newRoot();
  const outcome = await publish(root, 'r1');

  await outcome?.retract?.(new AbortController().signal);

  expect(readRegistry(root)).toEqual({ version: 1, targets: {} });
});

test.each([
  ['has other content', (path: string) => writeFileSync(path, 'diSk')],
  ['grew', (path: string) => writeFileSync(path, 'disk and more')],
  ['is gone', (path: string) => rmSync(path)],
])('a file that %s is refused and nothing is registered', async (_, spoil) => {
  const root = newRoot();
  const artifact = build(root, { 'output/disk.qcow2': 'disk' });
  spoil(join(root, 'output/disk.qcow2'));

  const published = publishImage(publishContext(root, 'r1', [artifact]), keepAll);

  await expect(published).rejects.toMatchObject({
    code: 'PH_ARTIFACT_CHANGED',
    exitCode: 3,
    context: { target: target.id, file: 'output/disk.qcow2' },
  });
  expect(existsSync(join(root, 'artifacts'))).toEqual(false);
});

test('files of the same name in two folders do not meet', async () => {
  const root = newRoot();
  const artifact = build(root, { 'output/a/disk': 'A', 'output/b/disk': 'B' });

  await publishImage(publishContext(root, 'r1', [artifact]), keepAll);

  const folder = join(root, 'artifacts/images', target.slug, 'r1');
  expect(readFileSync(join(folder, 'a/disk'), 'utf8')).toEqual('A');
  expect(readFileSync(join(folder, 'b/disk'), 'utf8')).toEqual('B');
});

test('without copy the files are registered where they are', async () => {
  const root = newRoot();
  const artifact = build(root, { 'output/disk.qcow2': 'disk' });

  await publishImage(publishContext(root, 'r1', [artifact]), { copy: false, keep: 9 });

  expect(readRegistry(root).targets[target.slug]?.images[0]).toMatchObject({
    folder: null,
    files: [{ path: 'output/disk.qcow2' }],
  });
  expect(readdirSync(join(root, 'artifacts'))).toEqual(['registry.json']);
});

test('an image without files is registered by its ids; a build that made nothing is not registered', async () => {
  const root = newRoot();
  const artifact = { ...build(root, {}), image_ids: ['vm-42'] };

  const outcome = await publishImage(publishContext(root, 'r1', [artifact]), keepAll);

  expect(outcome?.publication.detail).toEqual('vm-42');
  expect(await publishImage(publishContext(root, 'r2', []), keepAll)).toEqual(undefined);
  expect(runsOf(root)).toEqual(['r1']);
});

test('a resumed run replaces its own image', async () => {
  const root = newRoot();
  await publish(root, 'r1', 'first');

  await publish(root, 'r1', 'again');

  expect(runsOf(root)).toEqual(['r1']);
  expect(keptText(root, 'r1')).toEqual('again');
});

test('after the run all but the newest images go, files included', async () => {
  const root = newRoot();
  for (const run of ['r1', 'r2', 'r3']) await publish(root, run);

  await pruneImages(closeContext(root), 2);

  expect(runsOf(root)).toEqual(['r3', 'r2']);
  expect(readdirSync(join(root, 'artifacts/images', target.slug)).sort()).toEqual(['r2', 'r3']);
});

test('a run that published nothing prunes nothing', async () => {
  const root = newRoot();
  for (const run of ['r1', 'r2']) await publish(root, run);

  await pruneImages(closeContext(root, true), 1);

  expect(runsOf(root)).toEqual(['r2', 'r1']);
});

test('a folder outside of ours is not removed, whatever the list says', async () => {
  const root = newRoot();
  for (const run of ['r1', 'r2']) await publish(root, run);
  const file = join(root, 'artifacts/registry.json');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replaceAll('"artifacts/images/dev.qemu.debian/r1"', '"output"'),
  );

  await pruneImages(closeContext(root), 1);

  expect(runsOf(root)).toEqual(['r2']);
  expect(existsSync(join(root, 'output/disk.qcow2'))).toEqual(true);
});

test('targets that publish at once are all registered', async () => {
  const root = newRoot();
  const artifact = build(root, { 'output/disk.qcow2': 'disk' });
  const slugs = ['a', 'b', 'c', 'd'];

  await Promise.all(
    slugs.map((slug) =>
      publishImage({ ...publishContext(root, 'r1', [artifact]), target: { ...target, slug } }, keepAll),
    ),
  );

  expect(Object.keys(readRegistry(root).targets).sort()).toEqual(slugs);
});
