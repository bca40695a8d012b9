import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunRecord } from '../schema/index.ts';
import type { WorkspaceFolders } from './paths.ts';
import { runPaths } from './run-paths.ts';
import { listRuns, readRunRecord, resolveRunId, writeRunRecord } from './run-record-file.ts';

function newWorkspace(): WorkspaceFolders {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-runs-'));
  const folder = (name: string) => join(root, name);
  const names = { configs: folder('c'), artifacts: folder('a'), state: folder('s'), cache: folder('x') };
  return { root, ...names, logs: folder('logs') };
}

const record = (over: Partial<RunRecord>): RunRecord => ({
  version: 1,
  run: 'r1',
  command: 'run',
  env: 'default',
  status: 'succeeded',
  exit_code: 0,
  pid: process.pid,
  dry_run: false,
  resumed_from: null,
  started_at: new Date().toISOString(),
  finished_at: null,
  git_sha: null,
  checks: [],
  findings: [],
  failures: [],
  targets: [],
  log_dir: 'logs/r1',
  ...over,
});

const write = (folders: WorkspaceFolders, over: Partial<RunRecord> & { run: string }) =>
  writeRunRecord(runPaths(folders, over.run), record(over));

test('a record is read as it was written last', async () => {
  const folders = newWorkspace();
  await write(folders, { run: 'r1', status: 'running', exit_code: null });

  await write(folders, { run: 'r1', status: 'failed', exit_code: 1 });

  expect(await readRunRecord(folders, 'r1')).toMatchObject({ status: 'failed', exit_code: 1 });
  expect(await readRunRecord(folders, 'other')).toEqual(undefined);
  expect(await readRunRecord(folders, '../logs/r1')).toEqual(undefined);
});

test('a running run reads as running while its process lives', async () => {
  const folders = newWorkspace();
  await write(folders, { run: 'r1', status: 'running', exit_code: null });

  expect(await readRunRecord(folders, 'r1')).toMatchObject({ status: 'running', exit_code: null });
});

test.each([
  ['whose process is gone', { pid: spawnSync(process.execPath, ['-e', '0']).pid }],
  ['whose number another process has now', { pid: process.ppid, started_at: '2001-01-01T00:00:00.000Z' }],
  ['whose number we have now', { started_at: '2001-01-01T00:00:00.000Z' }],
])('a run %s reads as interrupted', async (_, over) => {
  const folders = newWorkspace();
  await write(folders, { run: 'r1', status: 'running', exit_code: null, ...over });

  expect(await readRunRecord(folders, 'r1')).toMatchObject({ status: 'interrupted', exit_code: 130 });
});

test('runs are listed newest first, without folders that hold no record of ours', async () => {
  const folders = newWorkspace();
  await write(folders, { run: 'r1', started_at: '2026-01-01T00:00:00.000Z' });
  await write(folders, { run: 'r2', started_at: '2026-01-02T00:00:00.000Z' });
  for (const [name, text] of Object.entries({ torn: '{"ver', foreign: '{"version":1}' })) {
    mkdirSync(join(folders.logs, name));
    writeFileSync(join(folders.logs, name, 'run.json'), text);
  }
  mkdirSync(join(folders.logs, 'empty'));

  const runs = await listRuns(folders);

  expect(runs.map(({ run }) => run)).toEqual(['r2', 'r1']);
  expect((await listRuns(folders, 1)).map(({ run }) => run)).toEqual(['r2']);
  expect(await listRuns(newWorkspace())).toEqual([]);
});

test('a run is found by its name, its beginning, or as the latest', async () => {
  const folders = newWorkspace();
  await write(folders, { run: '20260101-a' });
  await write(folders, { run: '20260101-ab' });
  await write(folders, { run: '20260202-b', started_at: '2020-01-01T00:00:00.000Z' });

  expect(await resolveRunId(folders, 'latest')).toEqual('20260202-b');
  expect(await resolveRunId(folders, '202602')).toEqual('20260202-b');
  expect(await resolveRunId(folders, '20260101-a')).toEqual('20260101-a');
  expect(await resolveRunId(folders, 'nothing')).toEqual(undefined);
  expect(await resolveRunId(newWorkspace(), 'latest')).toEqual(undefined);
  await expect(resolveRunId(folders, '2026')).rejects.toMatchObject({ code: 'PH_ID_AMBIGUOUS' });
});

test('a torn record that is asked for by name is reported', async () => {
  const folders = newWorkspace();
  await write(folders, { run: 'r1' });
  writeFileSync(join(folders.logs, 'r1', 'run.json'), '{"version": 1,');

  await expect(readRunRecord(folders, 'r1')).rejects.toMatchObject({ code: 'PH_STATE_CORRUPT' });
});
