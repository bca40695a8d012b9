import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareWorkspace } from './prepare-workspace.ts';
import { runPaths } from './run-paths.ts';

function newRun() {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-prepare-'));
  const folder = (name: string) => join(root, name);
  const names = { configs: folder('c'), artifacts: folder('artifacts'), cache: folder('cache') };
  return runPaths({ root, ...names, logs: folder('logs'), state: folder('state') }, 'r1');
}

test('the folders of a run are made, with nothing in them', async () => {
  const paths = newRun();

  await prepareWorkspace(paths);
  await prepareWorkspace(paths);

  expect(readdirSync(paths.root).sort()).toEqual(['artifacts', 'cache', 'logs', 'state']);
  for (const folder of [paths.artifacts, paths.run, paths.state, paths.cache]) {
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('a folder that cannot be made is named', async () => {
  const paths = newRun();
  writeFileSync(paths.state, 'a file in its place');

  await expect(prepareWorkspace(paths)).rejects.toMatchObject({
    code: 'PH_WORKSPACE_READONLY',
    context: { path: paths.state },
  });
});

test('a folder that takes no files is named', async (context) => {
  if (!existsSync('/proc/sys')) return context.skip('needs /proc, which no one can write new files to');
  const paths = { ...newRun(), artifacts: '/proc/sys' };

  await expect(prepareWorkspace(paths)).rejects.toMatchObject({
    code: 'PH_WORKSPACE_READONLY',
    context: { path: '/proc/sys' },
  });
});
