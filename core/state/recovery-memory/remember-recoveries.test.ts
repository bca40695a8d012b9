import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadRecoveryMemory, readRecoveryMemory, recoveryMemoryPath } from './memory-file.ts';
import { emptyRecoveryMemory } from './recovery-memory.ts';
import { rememberRecoveries } from './remember-recoveries.ts';
import { successRateOf } from './success-rate.ts';
import { recovery, runWith } from './testing/run-with.ts';

function newWorkspace() {
  const state = mkdtempSync(join(tmpdir(), 'packer-hybrid-memory-'));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  return { state };
}

test('a new workspace knows nothing, and reading writes nothing', async () => {
  const folders = newWorkspace();

  expect(await readRecoveryMemory(folders)).toEqual(emptyRecoveryMemory);
  expect(await loadRecoveryMemory(folders)).toEqual(emptyRecoveryMemory);
  expect(readdirSync(folders.state)).toEqual([]);
});

test('a run that failed and was recovered is there for the next one', async () => {
  const folders = newWorkspace();

  await rememberRecoveries(folders, runWith({ run: 'r1', recoveries: [recovery()] }), {
    packerVersion: '1.11.2',
  });

  const memory = await readRecoveryMemory(folders);
  expect(memory.events).toMatchObject([{ run: 'r1', outcome: 'recovered', packer_version: '1.11.2' }]);
  expect(memory.origin).toMatch(/^[0-9a-f]{32}$/);
  expect(successRateOf(memory, { cause: 'package-mirror-failed', action: 'retry-backoff' })).toBeCloseTo(
    2 / 3,
  );
});

test('runs that end at once are all remembered', async () => {
  const folders = newWorkspace();
  const runs = Array.from({ length: 12 }, (_, n) => `r${n}`);

  await Promise.all(
    runs.map((run) => rememberRecoveries(folders, runWith({ run, recoveries: [recovery()] }))),
  );

  const { events, causes } = await readRecoveryMemory(folders);
  expect(events.map(({ run }) => run).sort()).toEqual(runs.toSorted());
  expect(causes).toMatchObject([{ cause: 'package-mirror-failed', failures: 12, recovered: 12 }]);
});

test('a memory that is broken is set aside, known as broken to whoever asks, and stops no run', async () => {
  const folders = newWorkspace();
  mkdirSync(folders.state, { recursive: true });
  writeFileSync(recoveryMemoryPath(folders), '{"version": 1, "eve');

  expect(await readRecoveryMemory(folders)).toEqual(emptyRecoveryMemory);
  const kept = await rememberRecoveries(folders, runWith({ run: 'r1', recoveries: [recovery()] }));

  expect(readFileSync(kept ?? '', 'utf8')).toEqual('{"version": 1, "eve');
  expect((await loadRecoveryMemory(folders)).events).toHaveLength(1);
});

test('a memory of a newer version is left alone', async () => {
  const folders = newWorkspace();
  writeFileSync(recoveryMemoryPath(folders), '{"version": 9}');

  const learned = rememberRecoveries(folders, runWith({ run: 'r1' }));

  await expect(learned).rejects.toMatchObject({ code: 'PH_STATE_NEWER' });
  expect(await readRecoveryMemory(folders)).toEqual(emptyRecoveryMemory);
  expect(readFileSync(recoveryMemoryPath(folders), 'utf8')).toEqual('{"version": 9}');
});
