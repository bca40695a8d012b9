import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunRecord } from '../schema/index.ts';
import type { WorkspaceFolders } from './paths.ts';
import { pruneLogs } from './prune-logs.ts';
import { runPaths } from './run-paths.ts';
import { writeRunRecord } from './run-record-file.ts';

const now = new Date('2026-01-31T00:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

function newWorkspace(): WorkspaceFolders {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-prune-'));
  const folder = (name: string) => join(root, name);
  const names = { configs: folder('c'), artifacts: folder('a'), state: folder('s'), cache: folder('x') };
  return { root, ...names, logs: folder('logs') };
}

async function write(folders: WorkspaceFolders, run: string, over: Partial<RunRecord> = {}) {
  const at = over.started_at ?? daysAgo(1);
  await writeRunRecord(runPaths(folders, run), {
    version: 1,
    run,
    command: 'run',
    env: 'default',
    status: 'succeeded',
    exit_code: 0,
    pid: 1,
    dry_run: false,
    resumed_from: null,
    started_at: at,
    finished_at: at,
    git_sha: null,
    checks: [],
    findings: [],
    failures: [],
    targets: [],
    log_dir: `logs/${run}`,
    ...over,
  });
}

test('runs past their days go, newer ones stay', async () => {
  const folders = newWorkspace();
  await write(folders, 'r1', { started_at: daysAgo(31) });
  await write(folders, 'r2', { started_at: daysAgo(29) });

  const removed = await pruneLogs(folders, { days: 30, runs: 0 }, { now });

  expect(removed).toEqual(['r1']);
  expect(readdirSync(folders.logs)).toEqual(['r2']);
});

test('of many runs the newest stay, the current one among them', async () => {
  const folders = newWorkspace();
  for (const run of ['r1', 'r2', 'r3', 'r4']) await write(folders, run, { started_at: daysAgo(9) });

  const removed = await pruneLogs(folders, { days: 0, runs: 2 }, { now, current: 'r1' });

  expect([...removed].sort()).toEqual(['r2', 'r3']);
  expect(readdirSync(folders.logs)).toEqual(['r1', 'r4']);
});

test('a run that is under way stays whatever its age', async () => {
  const folders = newWorkspace();
  await write(folders, 'r1', { status: 'running', pid: process.pid, started_at: new Date().toISOString() });

  const removed = await pruneLogs(folders, { days: 1, runs: 1 }, { now: new Date('2999-01-01') });

  expect(removed).toEqual([]);
});

test('0 means no limit', async () => {
  const folders = newWorkspace();
  await write(folders, 'r1', { started_at: daysAgo(9_999) });

  expect(await pruneLogs(folders, { days: 0, runs: 0 }, { now })).toEqual([]);
});

test('what is not ours stays: folders without our record, files, and links', async () => {
  const folders = newWorkspace();
  const elsewhere = newWorkspace();
  await write(elsewhere, 'linked', { started_at: daysAgo(99) });
  mkdirSync(join(folders.logs, 'other-tool'), { recursive: true });
  mkdirSync(join(folders.logs, 'moved'));
  writeFileSync(join(folders.logs, 'notes.txt'), '');
  symlinkSync(join(elsewhere.logs, 'linked'), join(folders.logs, 'linked'));
  await write(folders, 'r1', { run: 'another', started_at: daysAgo(99) });

  const removed = await pruneLogs(folders, { days: 1, runs: 1 }, { now });

  expect(removed).toEqual([]);
  expect(readdirSync(folders.logs)).toEqual(['linked', 'moved', 'notes.txt', 'other-tool', 'r1']);
  expect(readdirSync(join(elsewhere.logs, 'linked'))).toEqual(['run.json']);
});
