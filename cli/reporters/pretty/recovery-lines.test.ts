import { expect, test } from 'vitest';
import type { EventBody } from '../../../core/schema/index.ts';
import { styleFor } from '../../style.ts';
import { samplePlan, sampleRecovery } from '../../testing/sample-recovery.ts';
import { sampleEvent } from '../../testing/sample-run.ts';
import { eventLines } from './event-lines.ts';
import type { LineContext } from './line-context.ts';

const style = styleFor({ isTTY: false }, { env: {}, noColor: true, platform: 'linux' });
const calm: LineContext = { style, verbose: false, live: false, prefix: '' };

const lines = (body: EventBody, context: Partial<LineContext> = {}) =>
  eventLines(sampleEvent(body), { ...calm, ...context });

const [raise] = samplePlan().steps;
const wait = {
  action: 'retry',
  title: 'Build again after 30 seconds.',
  wait_seconds: 30,
  edits: [],
  details: {},
};

test.each<[string, EventBody, readonly string[]]>([
  [
    'a plan',
    { type: 'recovery.planned', plan: samplePlan() },
    ['  ▸ Trying again: ssh-timeout: Raise ssh_timeout from 20s to 40s. Then build again. (60 % sure)'],
  ],
  [
    'what a person has to do',
    { type: 'recovery.planned', plan: samplePlan({ action: 'escalate', reason: 'The ISO is gone.' }) },
    ['  ▸ Not tried again: The ISO is gone.'],
  ],
  ['a plan that is asked about', { type: 'recovery.planned', plan: samplePlan({ mode: 'ask' }) }, []],
  ['a wait, which the plan has told', { type: 'recovery.step.started', step: wait }, []],
  [
    'a step that went well',
    { type: 'recovery.step.finished', action: 'init-plugins', ok: true, detail: 'qemu is installed.' },
    ['  ✓ qemu is installed.'],
  ],
  [
    'a step that did not',
    { type: 'recovery.step.finished', action: 'purge-cache', ok: false, detail: 'It is not ours.' },
    ['  ✗ purge-cache: It is not ours.'],
  ],
  [
    'what was taken back',
    { type: 'recovery.rolled-back', action: 'a', title: 'Put it back.', ok: true },
    ['  ○ Taken back: Put it back.'],
  ],
  [
    'what could not be taken back',
    {
      type: 'recovery.rolled-back',
      action: 'a',
      title: 'Put it back.',
      ok: false,
      reason: 'The disk is full.',
    },
    ['  ✗ Not taken back: Put it back. The disk is full.'],
  ],
  [
    'a good end',
    { type: 'recovery.finished', recovery: sampleRecovery() },
    ['  ✓ Recovered: ssh_timeout "20s" → "40s"'],
  ],
  [
    'a bad end',
    {
      type: 'recovery.finished',
      recovery: sampleRecovery({ outcome: 'failed', reason: 'It failed again.' }),
    },
    ['  ! The recovery did not help. It failed again.'],
  ],
  [
    'an escalation, which the plan has told',
    { type: 'recovery.finished', recovery: sampleRecovery({ outcome: 'escalated' }) },
    [],
  ],
  [
    'an open breaker',
    { type: 'breaker.opened', cause: 'mirror-down', targets: ['a', 'b', 'c'] },
    ['! mirror-down struck 3 targets: nothing more is tried against it in this run.'],
  ],
  [
    'a failure that is ignored',
    { type: 'failure.ignored', cause: null, reason: 'The lab is being moved.' },
    ['  ○ This failure does not count: The lab is being moved.'],
  ],
])('%s', (_, body, expected) => {
  expect(lines(body)).toEqual(expected);
});

test('a step shows what it changes in the template, and where', () => {
  if (!raise) throw new TypeError('the plan has no step');

  expect(lines({ type: 'recovery.step.started', step: raise }, { live: true })).toEqual([
    '    ssh_timeout "20s" → "40s" (images/a.pkr.hcl:2)',
  ]);
});

test('a step that did what it promised needs no line', () => {
  const finished = { type: 'recovery.step.finished', action: 'retry', ok: true, detail: 'Wait.' } as const;

  expect(lines(finished, { promised: 'Wait.' })).toEqual([]);
  expect(lines(finished, { promised: 'Wait.', verbose: true })).toEqual(['  ✓ Wait.']);
  expect(lines({ ...finished, ok: false }, { promised: 'Wait.' })).toEqual(['  ✗ retry: Wait.']);
});

test('verbose shows each step from its start to its end', () => {
  const finished = { type: 'recovery.step.finished', action: 'retry', ok: true, detail: 'Waited.' } as const;

  expect(lines({ type: 'recovery.step.started', step: wait }, { verbose: true })).toEqual([
    '  ▸ Build again after 30 seconds.',
  ]);
  expect(lines(finished, { verbose: true })).toEqual(['  ✓ Waited.']);
});

test('a proposal shows its steps, its corrections, and how to have it done', () => {
  const recovery = sampleRecovery({ outcome: 'proposed', plan: samplePlan({ mode: 'propose' }) });

  expect(lines({ type: 'recovery.finished', recovery })).toEqual([
    '  ! Proposed: ssh-timeout: Raise ssh_timeout from 20s to 40s. Then build again. (60 % sure)',
    '    ▸ Raise ssh_timeout from 20s to 40s.',
    '        images/a.pkr.hcl:2',
    '        - ssh_timeout = "20s"',
    '        + ssh_timeout = "40s"',
    '    ▸ Build again.',
    '    When it does not help: Build with ssh_timeout as written again.',
    '    → Set `recovery.policy.guest` to "ask" or "automatic" to have it done.',
  ]);
});

test('a silence is told with what was usual, and with advice', () => {
  const stalled = {
    type: 'stalled',
    silent_seconds: 900,
    usual_seconds: 240,
    step: 'wait-for-ssh',
    advice: 'Look at the console.',
    aborts: true,
  } as const;

  expect(lines(stalled)).toEqual([
    '  ! Nothing was said for 15m in wait-for-ssh; the longest before was 4m. The build is ended.',
    '    Look at the console.',
  ]);
  expect(lines({ ...stalled, usual_seconds: null, step: null, aborts: false })[0]).toBe(
    '  ! Nothing was said for 15m.',
  );
});
