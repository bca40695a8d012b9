import { expect, test } from 'vitest';
import { emptyRecoveryMemory, RecoveryMemory } from './recovery-memory.ts';
import { diagnosis } from './testing/diagnosis.ts';
import { recovery, runWith } from './testing/run-with.ts';
import { withRun } from './with-run.ts';

const facts = { packerVersion: '1.11.2' };
const after = (...records: readonly ReturnType<typeof runWith>[]) =>
  records.reduce((memory, record) => withRun(memory, record, facts), emptyRecoveryMemory as RecoveryMemory);

test('each failed attempt is an event, with what was set in the template', () => {
  const range = {
    file: 'images/debian.pkr.hcl',
    start: { line: 12, column: 3, offset: 200 },
    end: { line: 12, column: 20, offset: 217 },
  };
  const edits = [{ attribute: 'ssh_timeout', from: '"5m"', to: '"10m"', edit: { range, new_text: '"10m"' } }];
  const fix = {
    action: 'increase-timeout',
    title: 'Wait longer.',
    ok: true,
    detail: '',
    edits,
    rollback: null,
  };
  const tried = recovery({ outcome: 'failed', attempt: 1 });
  const worked = recovery(
    { attempt: 2, cause: 'ssh-timeout', class: 'guest', actions: ['increase-timeout'] },
    { applied_fixes: [fix] },
  );

  const memory = after(runWith({ run: 'r1', recoveries: [tried, worked] }));

  expect(
    memory.events.map(({ attempt, cause, outcome, edits: set }) => [attempt, cause, outcome, set]),
  ).toEqual([
    [1, 'package-mirror-failed', 'failed', []],
    [
      2,
      'ssh-timeout',
      'recovered',
      [{ attribute: 'ssh_timeout', from: '"5m"', to: '"10m"', file: 'images/debian.pkr.hcl', line: 12 }],
    ],
  ]);
  expect(RecoveryMemory.parse(memory)).toEqual(memory);
});

test('a failure that nobody did anything about counts, too', () => {
  const diagnoses = [diagnosis('script-failed', 0.5), diagnosis('guest-disk-full', 0.9)];

  const { events, causes, actions } = after(runWith({ run: 'r1', changes: { diagnoses } }));

  expect(events).toMatchObject([{ cause: 'guest-disk-full', outcome: 'escalated', actions: [], attempt: 1 }]);
  expect(causes).toMatchObject([{ cause: 'guest-disk-full', failures: 1, recovered: 0 }]);
  expect(actions).toEqual([]);
});

test('a failure that nothing explains counts under no cause', () => {
  expect(after(runWith({ run: 'r1' })).events).toMatchObject([{ cause: null, class: null }]);
});

test('the last attempt counts once, whether a recovery tells of it or not', () => {
  const gave_up = recovery({ outcome: 'escalated', attempt: 2, actions: [] });
  const tried = recovery({ outcome: 'failed', attempt: 1 });

  const told = after(runWith({ run: 'r1', recoveries: [tried, gave_up] }));
  const untold = after(runWith({ run: 'r1', recoveries: [tried], changes: { attempts: 2 } }));

  expect(told.events.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(untold.events.map(({ attempt }) => attempt).sort()).toEqual([1, 2]);
});

test.each([
  ['a good build', { status: 'succeeded' as const }],
  ['a build that was interrupted', { status: 'interrupted' as const }],
  ['a failure that does not count', { ignored: 'Known.' }],
  ['a target that never got to its build', { attempts: 0, result: null }],
])('%s is no failure', (_, changes) => {
  expect(after(runWith({ run: 'r1', changes })).events).toEqual([]);
});

test('what an earlier run has built is not counted again', () => {
  const before = runWith({ run: 'r1' });
  const [target] = before.targets;
  const resumed = {
    ...before,
    run: 'r2',
    started_at: '2026-03-02T10:00:00.000Z',
    targets: target ? [target] : [],
  };

  expect(after(before, resumed)).toEqual(after(before));
});

test('a run that comes twice changes nothing', () => {
  const record = runWith({ run: 'r1', recoveries: [recovery()] });

  expect(after(record, record)).toEqual(after(record));
});

test('actions are counted by cause, and only when another build followed', () => {
  const memory = after(
    runWith({ run: 'r1', recoveries: [recovery({ outcome: 'failed' })] }),
    runWith({ run: 'r2', recoveries: [recovery()] }),
    runWith({ run: 'r3', recoveries: [recovery({ outcome: 'proposed' })] }),
    runWith({ run: 'r4', recoveries: [recovery({ outcome: 'declined' })] }),
  );

  expect(memory.actions).toEqual([
    { cause: 'package-mirror-failed', action: 'retry-backoff', tried: 2, recovered: 1 },
  ]);
  expect(memory.causes).toMatchObject([{ failures: 4, recovered: 1, repair_ms: 60_000 }]);
});

test('an action is not blamed for what came after its cause was gone', () => {
  const longer = { cause: 'ssh-timeout', class: 'guest' as const, actions: ['increase-timeout'] };
  const endings = (cause: string | null) =>
    after(
      runWith({
        run: 'r1',
        recoveries: [
          recovery({ ...longer, outcome: 'failed', attempt: 1 }),
          recovery({ cause, outcome: 'escalated', attempt: 2, actions: [] }),
        ],
      }),
    ).actions;

  expect(endings('script-failed')).toEqual([]);
  expect(endings('ssh-timeout')).toMatchObject([{ action: 'increase-timeout', tried: 1, recovered: 0 }]);
  expect(endings(null)).toMatchObject([{ action: 'increase-timeout', tried: 1, recovered: 0 }]);
});

test('totals outlive the failures that they count', () => {
  const times = Array.from({ length: 21 }, (_, n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString());
  const hundred = (at: string) => Array.from({ length: 100 }, (_, n) => recovery({ at, attempt: n + 1 }));

  const memory = after(...times.map((at, n) => runWith({ run: `r${n}`, at, recoveries: hundred(at) })));

  expect(memory.events).toHaveLength(2_000);
  expect(memory.events.at(0)?.run).toEqual('r1');
  expect(memory.causes).toMatchObject([{ failures: 2_100, first_at: times[0], last_at: times.at(-1) }]);
});

test('the latest builds of a target are remembered, the good ones as well', () => {
  const days = Array.from({ length: 25 }, (_, n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString());
  const good = { status: 'succeeded' as const };

  const memory = after(...days.map((at, n) => runWith({ run: `r${n}`, at, changes: n % 2 ? good : {} })));

  const builds = memory.builds['default/-/qemu.debian'];
  expect(builds).toHaveLength(20);
  expect(builds?.slice(-2)).toEqual([
    { run: 'r23', at: days[23], packer_version: '1.11.2', ok: true },
    { run: 'r24', at: days[24], packer_version: '1.11.2', ok: false },
  ]);
});
