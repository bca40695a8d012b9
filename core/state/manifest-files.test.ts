import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildManifest } from './build-manifest.ts';
import type { HashManifest } from './hash-manifest.ts';
import {
  listBuildManifests,
  readBuildManifest,
  readHashManifest,
  writeBuildManifest,
  writeHashManifest,
} from './manifest-files.ts';
import type { WorkspaceFolders } from './paths.ts';

function newWorkspace(): WorkspaceFolders {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-manifests-'));
  const folder = (name: string) => join(root, name);
  const names = { configs: folder('c'), logs: folder('l'), state: folder('s'), cache: folder('x') };
  return { root, ...names, artifacts: folder('artifacts') };
}

const buildManifest = (slug: string): BuildManifest => ({
  version: 1,
  target: {
    id: `default/-/${slug}`,
    slug,
    env: 'default',
    template: 'templates',
    source: { type: 'null', name: 'a' },
    packer_name: slug,
    platform: 'null',
    os: 'other',
  },
  artifacts: [],
  provenance: {
    command_id: 'r1',
    command: 'run',
    git_sha: null,
    packer_version: '1.11.2',
    started_at: '2026-11-24T23:33:44.000Z',
    template_edits: [],
    finished_at: '2026-11-24T23:34:44.000Z',
  },
  evidence: [],
  publications: [],
});

const hashManifest: HashManifest = {
  version: 1,
  target: 'default/-/null.a',
  run: 'r1',
  inputs: [{ path: 'a', kind: 'template', sha256: 'x' }],
  digest: 'd',
  artifact_ids: [],
  built_at: '2026-11-24T23:33:44.000Z',
};

test('both manifests of a target are read as written and do not meet', async () => {
  const folders = newWorkspace();
  await writeBuildManifest(folders, buildManifest('null.a'));
  await writeHashManifest(folders, 'null.a', hashManifest);

  expect(await readBuildManifest(folders, 'null.a')).toEqual(buildManifest('null.a'));
  expect(await readHashManifest(folders, 'null.a')).toEqual(hashManifest);
  expect(await readBuildManifest(folders, 'null.b')).toEqual(undefined);
  expect(await readHashManifest(folders, 'null.b')).toEqual(undefined);
});

test('only build manifests under their own name are listed, by name', async () => {
  const folders = newWorkspace();
  await writeBuildManifest(folders, buildManifest('null.b'));
  await writeBuildManifest(folders, buildManifest('null.a'));
  await writeHashManifest(folders, 'null.a', hashManifest);
  writeFileSync(join(folders.artifacts, 'packer-manifest.json'), '{"builds": []}');
  writeFileSync(join(folders.artifacts, 'copy.json'), JSON.stringify(buildManifest('null.a')));
  writeFileSync(join(folders.artifacts, 'torn.json'), '{');

  const listed = await listBuildManifests(folders);

  expect(listed.map(({ target }) => target.slug)).toEqual(['null.a', 'null.b']);
  expect(await listBuildManifests(newWorkspace())).toEqual([]);
});

test('a manifest that was tampered with is reported and kept aside', async () => {
  const folders = newWorkspace();
  await writeBuildManifest(folders, buildManifest('null.a'));
  writeFileSync(join(folders.artifacts, 'null.a.json'), '{"version": 1, "target": 4}');

  await expect(readBuildManifest(folders, 'null.a')).rejects.toMatchObject({ code: 'PH_STATE_CORRUPT' });

  expect(await readBuildManifest(folders, 'null.a')).toEqual(undefined);
});
