import { expect, test } from 'vitest';
import { emptyRecoveryMemory, type RecoveryEvent, type RecoveryMemory } from '../recovery-memory.ts';
import { event, onDay } from '../testing/event.ts';
import { withTotals } from '../totals.ts';
import { RecoveryReport } from './recovery-report.ts';
import { type ReportQuestion, reportOn } from './report-on.ts';

const now = new Date(onDay(31));
const question: ReportQuestion = {
  now,
  includes: () => true,
  recommend: ({ cause }) => ({ observation: `${cause} again`, advice: ['Correct it.'] }),
};

function memory(...events: readonly RecoveryEvent[]): RecoveryMemory {
  return { ...emptyRecoveryMemory, ...withTotals(emptyRecoveryMemory, events), events: [...events] };
}
const reported = (events: readonly RecoveryEvent[], changes: Partial<ReportQuestion> = {}) =>
  RecoveryReport.parse(reportOn(memory(...events), { ...question, ...changes }));

test('an empty memory gives an empty report', () => {
  expect(reported([])).toEqual({
    ...{ version: 1, since: null, until: now.toISOString(), target: null },
    ...{ incidents: 0, recovered: 0, recovery_rate: null, time_to_repair: null },
    outcomes: { recovered: 0, failed: 0, escalated: 0, proposed: 0, declined: 0 },
    ...{ causes: [], actions: [], patterns: [], trend: { periods: [], direction: 'unknown' } },
    all_time: { failures: 0, recovered: 0, since: null },
  });
});

test('a build that took three attempts failed once, and took as long as all of them', () => {
  const attempts = [
    event(1, { attempt: 1, outcome: 'failed' }),
    event(1, { attempt: 2, outcome: 'failed' }),
    event(1, { attempt: 3 }),
  ];

  expect(reported(attempts)).toMatchObject({
    ...{ incidents: 1, recovered: 1, recovery_rate: 1 },
    time_to_repair: { mean_ms: 180_000, median_ms: 180_000, longest_ms: 180_000 },
    all_time: { failures: 3, recovered: 1, since: onDay(1) },
  });
});

test('a build whose last attempt nobody answered was not recovered, in whatever order it was written', () => {
  const attempts = [
    event(1, { attempt: 2, outcome: 'escalated' }),
    event(1, { attempt: 1, outcome: 'failed' }),
  ];

  expect(reported(attempts)).toMatchObject({
    ...{ incidents: 1, recovered: 0, recovery_rate: 0, time_to_repair: null },
    outcomes: { recovered: 0, escalated: 1, failed: 0 },
  });
});

test('the median lies between the two in the middle', () => {
  const times = [1_000, 2_000, 4_000, 90_000];

  expect(reported(times.map((duration_ms, n) => event(n + 1, { duration_ms }))).time_to_repair).toEqual({
    mean_ms: 24_250,
    median_ms: 3_000,
    longest_ms: 90_000,
  });
});

test('causes are counted by failed builds, and their rates are careful', () => {
  const slow = { cause: 'ssh-timeout', class: 'guest' as const };
  const failed = [
    event(1),
    event(2, { target: 'default/-/qemu.other' }),
    event(3, slow),
    event(4, { ...slow, attempt: 1, outcome: 'failed' }),
    event(4, { cause: null, class: null, attempt: 2, outcome: 'escalated', actions: [] }),
    event(5, slow),
  ];

  expect(reported(failed).causes).toEqual([
    {
      ...{ cause: 'ssh-timeout', class: 'guest', incidents: 3, recovered: 2, recovery_rate: 0.6667 },
      ...{ at_least: 0.2077, mean_repair_ms: 60_000, targets: 1, last_at: onDay(5) },
    },
    {
      ...{ cause: 'package-mirror-failed', class: 'transient', incidents: 2, recovered: 2 },
      ...{ recovery_rate: 1, at_least: 0.3424, mean_repair_ms: 60_000, targets: 2, last_at: onDay(2) },
    },
    {
      ...{ cause: null, class: null, incidents: 1, recovered: 0, recovery_rate: 0, at_least: 0 },
      ...{ mean_repair_ms: null, targets: 1, last_at: onDay(4) },
    },
  ]);
});

test('actions are told with what others know about them', () => {
  const known = { cause: 'package-mirror-failed', action: 'retry-backoff', tried: 4, recovered: 4 };
  const foreign = { ...known, action: 'switch-mirror' };
  const shared = { origin: 'b'.repeat(32), at: onDay(1), rates: [known, foreign] };
  const full = { ...memory(event(1), event(2, { outcome: 'failed' })), imported: [shared] };

  const { actions } = reportOn(full, question);
  const { actions: limited } = reportOn(full, { ...question, target: 'qemu.*' });

  const own = {
    ...{ cause: 'package-mirror-failed', action: 'retry-backoff', tried: 2, recovered: 1 },
    ...{ at_least: 0.0945, expected: 0.6667, shared: 4 },
  };
  expect(actions).toEqual([
    own,
    { ...own, action: 'switch-mirror', tried: 0, recovered: 0, at_least: 0, expected: 0.75 },
  ]);
  expect(limited).toEqual([own]);
});

test('a report can be limited in time and to targets, and its totals are not', () => {
  const failed = [event(1), event(20), event(21, { target: 'default/-/qemu.other' })];

  const report = reported(failed, {
    since: new Date(onDay(10)),
    target: 'qemu.debian',
    includes: (target) => target.endsWith('qemu.debian'),
  });

  expect(report).toMatchObject({
    ...{ since: onDay(10), target: 'qemu.debian', incidents: 1 },
    all_time: { failures: 3 },
  });
});

test('patterns come with their words, and those that are over stay out', () => {
  const failed = [1, 2, 3].map((day) => event(day));

  expect(reported(failed).patterns).toMatchObject([
    { failed_builds: 3, observation: 'package-mirror-failed again', advice: ['Correct it.'] },
  ]);
  expect(reported(failed, { since: new Date(onDay(4)) }).patterns).toEqual([]);
  expect(reported(failed, { includes: () => false }).patterns).toEqual([]);
});

test.each([
  ['fewer', [1, 2, 3, 4, 5, 30]],
  ['more', [1, 26, 27, 28, 29]],
  ['steady', [1, 2, 29, 30]],
  ['unknown', [1, 30]],
])('the later half of the time has %s failures', (direction, days) => {
  const { trend } = reported(days.map((day) => event(day)));

  expect(trend.direction).toEqual(direction);
  expect(trend.periods).toHaveLength(4);
  expect(trend.periods.reduce((sum, { incidents }) => sum + incidents, 0)).toEqual(days.length);
});
