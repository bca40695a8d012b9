import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  describeLogs,
  type LogSummary,
  readLogSummary,
  retentionOf,
  writeLogSummary,
} from './log-summary.ts';
import type { WorkspaceFolders } from './paths.ts';

function newWorkspace(): WorkspaceFolders {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-summary-'));
  const folder = (name: string) => join(root, name);
  const names = { configs: folder('c'), artifacts: folder('a'), logs: folder('l'), cache: folder('x') };
  return { root, ...names, state: folder('state') };
}

test('logs that exist are measured', async () => {
  const { root } = newWorkspace();
  writeFileSync(join(root, 'a.log'), 'one\ntwo\nthree');
  writeFileSync(join(root, 'empty.log'), '');

  const logs = await describeLogs(
    root,
    ['a.log', 'empty.log', 'none.log'].map((name) => join(root, name)),
  );

  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(logs).toEqual([
    { path: 'a.log', size: 13, sha256: sha('one\ntwo\nthree'), lines: 3 },
    { path: 'empty.log', size: 0, sha256: sha(''), lines: 0 },
  ]);
});

test('a summary is read as written', async () => {
  const folders = newWorkspace();
  const summary: LogSummary = {
    version: 1,
    target: 'default/-/null.a',
    run: 'r1',
    logs: [],
    errors: 1,
    warnings: 2,
    artifact_ids: ['null'],
    manifest_path: null,
    scrub_manifest: null,
    retention: retentionOf(30, new Date('2026-01-01T00:00:00.000Z')),
  };

  await writeLogSummary(folders, 'null.a', summary);

  expect(await readLogSummary(folders, 'null.a')).toEqual(summary);
  expect(summary.retention).toEqual({ days: 30, expires_at: '2026-01-31T00:00:00.000Z' });
  expect(await readLogSummary(folders, 'null.b')).toEqual(undefined);
});

test('without a limit logs never expire', () => {
  expect(retentionOf(0)).toEqual({ days: 0, expires_at: null });
});
