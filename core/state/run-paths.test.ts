import { expect, test } from 'vitest';
import type { WorkspaceFolders } from './paths.ts';
import { isRunId, newRunId, runIdOf, runPaths, targetPaths } from './run-paths.ts';

const folders: WorkspaceFolders = {
  root: '/w',
  configs: '/w/configs',
  artifacts: '/w/artifacts',
  logs: '/w/logs',
  state: '/w/state',
  cache: '/w/cache',
};

test('run names sort by time and differ within a second', () => {
  const first = newRunId(new Date('2026-11-24T23:33:44.900Z'));
  const later = newRunId(new Date('2026-11-24T23:33:45.000Z'));
  const many = new Set(Array.from({ length: 20 }, () => newRunId(new Date(0))));

  expect(first).toMatch(/^20261124-233344-[0-9a-z]{4}$/);
  expect(first < later).toEqual(true);
  expect(many.size).toBeGreaterThan(15);
});

test.each([
  ['20261124-233344-k3f9', true],
  ['..', false],
  ['a/b', false],
  ['', false],
  ['a\\b', false],
])('%j can name a run: %s', (text, expected) => {
  expect(isRunId(text)).toEqual(expected);
});

test('every path of a target carries its slug and what belongs to a run carries the run', () => {
  const paths = runPaths(folders, 'r1');

  expect(runIdOf(paths)).toEqual('r1');
  expect(targetPaths(paths, 'dev.qemu.base')).toEqual({
    log: '/w/logs/r1/dev.qemu.base.log',
    packerLog: '/w/logs/r1/dev.qemu.base.packer.log',
    manifest: '/w/artifacts/dev.qemu.base.json',
    hash: '/w/artifacts/dev.qemu.base.hash.json',
    summary: '/w/state/packer/logs/dev.qemu.base.json',
    packerCache: '/w/cache/packer/dev.qemu.base',
    work: '/w/cache/work/r1/dev.qemu.base',
  });
});
