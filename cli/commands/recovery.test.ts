import { afterEach, expect, test } from 'vitest';
import { emptyRecoveryMemory, RecoveryReport, rememberRecoveries } from '../../core/state/index.ts';
import { recovery, runWith } from '../../core/state/recovery-memory/testing/run-with.ts';
import { removeTemporaryWorkspaces, temporaryWorkspace } from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** A workspace in which runs failed and were recovered so many days ago. */
async function failedOn(days: readonly number[], { target = 'default/-/qemu.debian' } = {}) {
  const workspace = temporaryWorkspace({});
  for (const [n, day] of days.entries()) {
    const recoveries = [recovery({ at: ago(day), target })];
    await rememberRecoveries(
      { state: `${workspace.folder}/state` },
      runWith({ run: `r${n}`, at: ago(day), target, recoveries }),
    );
  }
  return workspace;
}

test('an empty memory says so, and how it fills', async () => {
  const { run } = temporaryWorkspace({});

  const { code, out } = await run('recovery', 'report');

  expect(code).toBe(0);
  expect(out).toContain('No failed build is remembered here yet.');
  expect(out).toContain('packer-hybrid run');
});

test('as a document it has the published form, with or without failures', async () => {
  const empty = await temporaryWorkspace({}).run('recovery', 'report', '-f', 'json');
  const full = await (await failedOn([3, 2, 1])).run('recovery', 'report', '-f', 'json');

  expect(RecoveryReport.parse(JSON.parse(empty.out))).toMatchObject({ version: 1, incidents: 0 });
  expect(RecoveryReport.parse(JSON.parse(full.out))).toMatchObject({ incidents: 3, recovered: 3 });
});

test('rates, times, causes, actions and what comes again are told', async () => {
  const { run } = await failedOn([3, 2, 1]);

  const { code, out } = await run('recovery', 'report');

  expect(code).toBe(0);
  expect(out).toContain('3 failed builds: 3 recovered (100 %)');
  expect(out).toContain('Time to repair: 1m on average');
  expect(out).toContain('package-mirror-failed struck 3 of the last 3 builds of default/-/qemu.debian');
  expect(out).toContain('caching proxy');
  expect(out).toMatch(/retry-backoff +package-mirror-failed +3 +3/);
});

test('time and target limit it, and an empty answer says what there is besides', async () => {
  const { run } = await failedOn([40, 1]);

  const month = await run('recovery', 'report', '--since', '30d');
  const named = await run('recovery', 'report', '--target', 'qemu.*');
  const other = await run('recovery', 'report', '--target', 'azure-arm.*', '--since', '2w');

  expect(month.out).toContain('1 failed build since');
  expect(named.out).toContain('2 failed builds of qemu.*');
  expect(other.out).toContain('No failed build of azure-arm.* since');
  expect(other.out).toContain('2 failed attempts in all');
});

test.each(['soon', '30', '5y', '2099-01-01', '2026-13-45'])('--since %s is refused', async (since) => {
  const { run } = temporaryWorkspace({});

  const { code, err } = await run('recovery', 'report', '--since', since);

  expect(code).toBe(1);
  expect(err).toContain('PH_USAGE_VALUE');
});

test('a memory that cannot be read is reported', async () => {
  const { run } = temporaryWorkspace({
    'state/recovery-memory.json': JSON.stringify({ ...emptyRecoveryMemory, events: 3 }),
  });

  const { code, err } = await run('recovery', 'report');

  expect(code).toBe(1);
  expect(err).toContain('PH_STATE_CORRUPT');
});
