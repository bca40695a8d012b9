import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceFolders } from './paths.ts';
import { readState, updateState } from './state-file.ts';
import { emptyState } from './workspace-state.ts';

function newWorkspace(): WorkspaceFolders {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-state-'));
  const folder = (name: string) => join(root, name);
  const names = { configs: folder('c'), artifacts: folder('a'), logs: folder('l'), cache: folder('x') };
  return { root, ...names, state: folder('state') };
}

function write(folders: WorkspaceFolders, text: string): string {
  mkdirSync(folders.state, { recursive: true });
  const file = join(folders.state, 'packer-hybrid.json');
  writeFileSync(file, text);
  return file;
}

test('a new workspace has the empty state, and reading writes nothing', async () => {
  const folders = newWorkspace();

  const state = await readState(folders);

  expect(state).toEqual(emptyState);
  expect(existsSync(folders.state)).toEqual(false);
});

test('a change is there for the next reader, and nothing else is left in the folder', async () => {
  const folders = newWorkspace();

  await updateState(folders, (state) => ({ ...state, packer_version: '1.11.2' }));

  expect(await readState(folders)).toEqual({ ...emptyState, packer_version: '1.11.2' });
  expect(readdirSync(folders.state)).toEqual(['packer-hybrid.json']);
});

test('changes that come at once are all kept', async () => {
  const folders = newWorkspace();
  const slugs = Array.from({ length: 20 }, (_, n) => `target-${n}`);

  await Promise.all(
    slugs.map((slug) =>
      updateState(folders, (state) => ({ ...state, manifests: { ...state.manifests, [slug]: 'd' } })),
    ),
  );

  expect(Object.keys((await readState(folders)).manifests).sort()).toEqual([...slugs].sort());
});

test.each([
  ['torn text', '{"version": 1, "plugin_ver'],
  ['an empty file', ''],
  ['another shape', '{"version": 1, "runs": 3}'],
  ['a list', '[]'],
  ['a version that never was', '{"version": 0}'],
])('%s is reported as corrupt, kept aside, and does not block the next run', async (_, text) => {
  const folders = newWorkspace();
  const file = write(folders, text);

  const failure = await readState(folders).catch((cause) => cause);

  expect(failure).toMatchObject({ code: 'PH_STATE_CORRUPT', context: { file } });
  expect(readFileSync(failure.context.kept, 'utf8')).toEqual(text);
  expect(failure.context.kept).not.toEqual(file);
  expect(await updateState(folders, (state) => state)).toEqual(emptyState);
});

test('a state of a newer version is refused and left alone', async () => {
  const folders = newWorkspace();
  const file = write(folders, '{"version": 7}');

  const updated = updateState(folders, (state) => state);

  await expect(readState(folders)).rejects.toMatchObject({
    code: 'PH_STATE_NEWER',
    context: { version: 7, supported: 1 },
  });
  await expect(updated).rejects.toMatchObject({ code: 'PH_STATE_NEWER' });
  expect(readFileSync(file, 'utf8')).toEqual('{"version": 7}');
});

test('a change that makes no valid state is not written', async () => {
  const folders = newWorkspace();
  await updateState(folders, (state) => ({ ...state, packer_version: '1.9.5' }));

  const spoilt = updateState(folders, (state) => ({ ...state, version: 2 as never }));

  await expect(spoilt).rejects.toThrow();
  expect((await readState(folders)).packer_version).toEqual('1.9.5');
});

test('temporary files of killed writers are cleared away', async () => {
  const folders = newWorkspace();
  write(folders, JSON.stringify(emptyState));
  for (const left of ['.123', '.lock.77', '.lock.break.78']) {
    writeFileSync(join(folders.state, `packer-hybrid.json${left}`), '');
  }
  writeFileSync(join(folders.state, 'packer-hybrid.json.bak'), 'mine');

  await updateState(folders, (state) => state);

  expect(readdirSync(folders.state).sort()).toEqual(['packer-hybrid.json', 'packer-hybrid.json.bak']);
});
