import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceFolders } from './paths.ts';
import { rememberSilences, usualSilences } from './silences.ts';
import { readState, updateState } from './state-file.ts';

function newWorkspace(): WorkspaceFolders {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-silences-'));
  const folder = (name: string) => join(root, name);
  const names = { configs: folder('c'), artifacts: folder('a'), logs: folder('l'), cache: folder('x') };
  return { root, ...names, state: root };
}

test('a new workspace knows no silences', async () => {
  expect(await usualSilences(newWorkspace(), 'a')).toEqual({});
});

test('the longest of the last five builds counts, step by step and target by target', async () => {
  const folders = newWorkspace();
  for (const ms of [90, 10, 20, 30, 40, 50]) await rememberSilences(folders, 'a', { ssh: ms, shell: 1 });
  await rememberSilences(folders, 'b', { ssh: 7 });

  expect(await usualSilences(folders, 'a')).toEqual({ ssh: 50, shell: 1 });
  expect(await usualSilences(folders, 'b')).toEqual({ ssh: 7 });
});

test('a step that a build no longer had is forgotten', async () => {
  const folders = newWorkspace();
  await rememberSilences(folders, 'a', { ssh: 1, gone: 2 });

  await rememberSilences(folders, 'a', { ssh: 3 });

  expect(await usualSilences(folders, 'a')).toEqual({ ssh: 3 });
});

test('targets that end at once all keep theirs, and nothing else of the state is lost', async () => {
  const folders = newWorkspace();
  await updateState(folders, (state) => ({ ...state, packer_version: '1.11.2' }));
  const slugs = ['a', 'b', 'c', 'd'];

  await Promise.all(slugs.map((slug) => rememberSilences(folders, slug, { ssh: 1 })));

  const { silences, packer_version } = await readState(folders);
  expect(Object.keys(silences).sort()).toEqual(slugs);
  expect(packer_version).toEqual('1.11.2');
});

test('a state that cannot be read is left for the run to report, and no history is assumed', async () => {
  const folders = newWorkspace();
  const file = join(folders.state, 'packer-hybrid.json');
  writeFileSync(file, '{"version": 1, "ru');

  expect(await usualSilences(folders, 'a')).toEqual({});

  expect(readFileSync(file, 'utf8')).toEqual('{"version": 1, "ru');
});

test('a state from before there were silences is read', async () => {
  const folders = newWorkspace();
  const { silences: _, ...older } = await updateState(folders, (state) => state);
  writeFileSync(join(folders.state, 'packer-hybrid.json'), JSON.stringify(older));

  expect((await readState(folders)).silences).toEqual({});
});
