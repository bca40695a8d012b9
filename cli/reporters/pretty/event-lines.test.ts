import { expect, test } from 'vitest';
import { type EventBody, RecoveryPlan } from '../../../core/schema/index.ts';
import { styleFor } from '../../style.ts';
import { sampleEvent } from '../../testing/sample-run.ts';
import { eventLines } from './event-lines.ts';

const style = styleFor({ isTTY: false }, { env: {}, noColor: true, platform: 'linux' });
const calm = { style, verbose: false, live: false, prefix: '' };

const lines = (body: EventBody, context: Partial<typeof calm> = {}) =>
  eventLines(sampleEvent(body), { ...calm, ...context });

const brief: EventBody = { type: 'step.finished', step: 'cd', kind: 'builder', ok: true, duration_ms: 40 };
const info: EventBody = { type: 'output', level: 'info', text: 'Setting up nginx' };

test.each<[string, EventBody, readonly string[]]>([
  ['stage.started', { type: 'stage.started', stage: 'build' }, ['build']],
  [
    'stage.finished',
    { type: 'stage.finished', stage: 'build', ok: true, duration_ms: 25_600 },
    ['✓ build (25.6s)'],
  ],
  ['a first attempt', { type: 'attempt.started', attempt: 1 }, []],
  ['a second attempt', { type: 'attempt.started', attempt: 2 }, ['▸ attempt 2']],
  [
    'step.started',
    { type: 'step.started', step: 'connect', kind: 'builder', text: 'Waiting for SSH' },
    ['  ▸ Waiting for SSH'],
  ],
  [
    'a failed step',
    { type: 'step.finished', step: 'shell', kind: 'provisioner', ok: false, duration_ms: 40 },
    ['  ✗ shell (40ms)'],
  ],
  ['a brief step', brief, []],
  ['output', info, []],
  ['a warning', { type: 'output', level: 'warning', text: 'one\ntwo' }, ['  ! one', 'two']],
  [
    'a failed check',
    {
      type: 'check',
      check: { id: 'qemu/program', ok: false, severity: 'critical', message: 'qemu is missing.' },
    },
    ['  ✗ critical qemu is missing.'],
  ],
  [
    'a problem',
    {
      type: 'problem',
      hook: 'publish',
      code: 'PH_PLUGIN_FAILED',
      message: 'It failed.',
      remedy: 'Mend it.',
      exit_code: 1,
    },
    ['✗ PH_PLUGIN_FAILED It failed.'],
  ],
  [
    'target.finished',
    { type: 'target.finished', status: 'failed', exit_code: 1, duration_ms: 61_000, reason: 'no disk' },
    ['✗ failed in 1m 1s: no disk'],
  ],
  [
    'a retry',
    {
      type: 'recovery.planned',
      plan: RecoveryPlan.parse({ action: 'retry', reason: 'the mirror timed out', wait_seconds: 30 }),
    },
    ['  ▸ Trying again in 30s: the mirror timed out (50 % sure)'],
  ],
  ['process.started', { type: 'process.started', command: 'packer build', pid: 7 }, []],
  [
    'install.started',
    { type: 'install.started', what: 'packer', why: 'to build images', command: 'apt-get install packer' },
    ['▸ Installing packer', '    to build images', '    $ apt-get install packer'],
  ],
])('%s', (_, body, expected) => {
  expect(lines(body)).toEqual(expected);
});

test('verbose shows what calm leaves out', () => {
  expect(lines(info, { verbose: true })).toEqual(['    Setting up nginx']);
  expect(lines(brief, { verbose: true })).toEqual(['  ✓ cd (40ms)']);
});

test('what is shown live needs no line when it starts', () => {
  expect(lines({ type: 'stage.started', stage: 'build' }, { live: true })).toEqual([]);
});

test('the prefix is on every line', () => {
  const text = 'one\r\ntwo';

  expect(lines({ type: 'note', text }, { prefix: 'a  ' })).toEqual(['a  one', 'a  two']);
});
