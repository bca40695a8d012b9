import { expect, test } from 'vitest';
import { emptyRecoveryMemory, type RecoveryEvent, type RecoveryMemory } from '../recovery-memory.ts';
import { findPatterns } from './find-patterns.ts';

const target = 'default/-/qemu.debian';
const day = (n: number, hour = 10) => new Date(Date.UTC(2026, 2, n, hour, 20)).toISOString();

function event(n: number, changes: Partial<RecoveryEvent> = {}): RecoveryEvent {
  return {
    ...{ at: day(n), run: `r${n}`, packer_version: '1.11.2', target, platform: 'qemu', attempt: 1 },
    ...{ cause: 'package-mirror-failed', class: 'transient', step: null, actions: ['retry-backoff'] },
    ...{ outcome: 'failed', duration_ms: 1_000, edits: [], change: null },
    ...changes,
  };
}

/** Builds of ten days, and what failed among them. */
function memory(events: readonly RecoveryEvent[], versionOn = (_: number) => '1.11.2'): RecoveryMemory {
  const builds = Array.from({ length: 10 }, (_, n) => {
    const found = events.find(({ run }) => run === `r${n + 1}`);
    return { run: `r${n + 1}`, at: found?.at ?? day(n + 1), packer_version: versionOn(n + 1), ok: !found };
  });
  return { ...emptyRecoveryMemory, events: [...events], builds: { [target]: builds } };
}

test('nothing repeats where nothing failed, and twice is no repetition', () => {
  expect(findPatterns(emptyRecoveryMemory)).toEqual([]);
  expect(findPatterns(memory([event(1), event(2)]))).toEqual([]);
});

test('attempts of one run are one failed build', () => {
  const attempts = [1, 2, 3].map((attempt) => event(1, { attempt }));

  expect(findPatterns(memory(attempts))).toEqual([]);
});

test('a cause in three of the last ten builds of a target is a pattern', () => {
  const failed = [event(2), event(5, { outcome: 'recovered' }), event(9)];

  expect(findPatterns(memory(failed))).toEqual([
    {
      ...{ cause: 'package-mirror-failed', class: 'transient', targets: [target] },
      ...{ failed_builds: 3, builds: 10, recovered_builds: 1, step: null, hour: null, since: null },
      actions: [{ action: 'retry-backoff', tried: 3, recovered: 1 }],
      ...{ edits: [], change: null, first_at: day(2), last_at: day(9) },
    },
  ]);
});

test('what is longer ago than ten builds is over', () => {
  const before = [1, 2, 3].map((n) =>
    event(n, { run: `old${n}`, at: new Date(Date.UTC(2025, 0, n)).toISOString() }),
  );

  expect(findPatterns(memory([...before, event(4)]))).toEqual([]);
});

test('different causes are different patterns, the most frequent first', () => {
  const failed = [1, 2, 3, 4].map((n) => event(n));
  const unknown = [5, 6, 7].map((n) => event(n, { cause: null, class: null }));

  expect(
    findPatterns(memory([...failed, ...unknown])).map(({ cause, failed_builds }) => [cause, failed_builds]),
  ).toEqual([
    ['package-mirror-failed', 4],
    [null, 3],
  ]);
});

test('the step that they share is told, and one that only some have is not', () => {
  const steps = (...names: readonly string[]) =>
    findPatterns(memory(names.map((step, n) => event(n + 1, { step }))))[0]?.step;

  expect(steps('provisioner shell', 'provisioner shell', 'provisioner shell')).toEqual('provisioner shell');
  expect(steps('provisioner shell', 'provisioner shell', 'provisioner shell', 'boot')).toEqual(null);
});

test('the hour that they share is told, also around midnight, when builds at other hours go well', () => {
  const atHours = (...hours: readonly number[]) =>
    findPatterns(memory(hours.map((hour, n) => event(n + 1, { at: day(n + 1, hour) }))))[0]?.hour;

  expect(atHours(3, 3, 3)).toEqual(3);
  expect(atHours(23, 0, 0)).toEqual(0);
  expect(atHours(3, 15, 3)).toEqual(null);
});

test('an hour means nothing when every build is made in it', () => {
  expect(findPatterns(memory([event(1), event(2), event(3)]))[0]?.hour).toEqual(null);
});

test('the build since which it fails is told, with the version of Packer that came then', () => {
  const failed = [7, 8, 9, 10].map((n) => event(n));

  expect(findPatterns(memory(failed, (n) => (n < 7 ? '1.10.0' : '1.11.2')))[0]?.since).toEqual({
    run: 'r7',
    at: day(7),
    packer_version: '1.11.2',
    packer_version_before: '1.10.0',
  });
});

test('what comes and goes has no beginning', () => {
  expect(findPatterns(memory([event(4), event(7), event(10)]))[0]?.since).toEqual(null);
  expect(findPatterns(memory([event(1), event(2), event(3)]))[0]?.since).toEqual(null);
});

test('what recoveries set again and again is told with its last value', () => {
  const set = (to: string) => [
    { attribute: 'ssh_timeout', from: '"5m"', to, file: 'images/debian.pkr.hcl', line: 12 },
  ];
  const change = { attribute: 'ssh_timeout', file: 'images/debian.pkr.hcl', line: 12 };
  const failed = [
    event(1, { outcome: 'recovered', edits: set('"10m"'), change }),
    event(2, { outcome: 'recovered', edits: set('"20m"') }),
    event(3, { outcome: 'failed', edits: set('"40m"') }),
  ];

  expect(findPatterns(memory(failed))[0]).toMatchObject({
    edits: [{ attribute: 'ssh_timeout', to: '"20m"', line: 12, times: 2 }],
    change,
  });
});

test('a cause that strikes many targets once is a pattern of all of them', () => {
  const names = ['a', 'b', 'c'].map((name) => `default/-/qemu.${name}`);
  const failed = names.map((name, n) => event(n + 1, { target: name }));

  expect(findPatterns({ ...emptyRecoveryMemory, events: failed })).toMatchObject([
    { cause: 'package-mirror-failed', targets: names, failed_builds: 3, builds: 3 },
  ]);
});
