import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Silences } from '../../state/index.ts';
import { type Silence, startSilenceClock } from './silence-clock.ts';

const MINUTE = 60_000;
const output = { type: 'output', level: 'info', text: 'still here' } as const;

function start(usual: Silences = {}, settings = { minutes: 15, factor: 3 }) {
  const told: Silence[] = [];
  const clock = startSilenceClock({ settings, usual, onSilence: (silence) => told.push(silence) });
  const minutes = () => told.map(({ silentMs }) => silentMs / MINUTE);
  return { clock, told, minutes };
}

function enter(name: string, kind = 'provision') {
  return { type: 'step.started', step: name, kind, text: name } as const;
}

function leave(name: string, kind = 'provision') {
  return { type: 'step.finished', step: name, kind, ok: true, duration_ms: 1 } as const;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a silence is told once it is longer than is always fine, and again when it has doubled', () => {
  const { minutes } = start();

  vi.advanceTimersByTime(61 * MINUTE);

  expect(minutes()).toEqual([15, 30, 60]);
});

test('output starts the silence anew, and the next one is told from the beginning', () => {
  const { clock, minutes } = start();

  vi.advanceTimersByTime(14 * MINUTE);
  clock.hear(output);
  vi.advanceTimersByTime(14 * MINUTE);
  clock.hear(output);
  vi.advanceTimersByTime(31 * MINUTE);
  clock.hear(output);
  vi.advanceTimersByTime(16 * MINUTE);

  expect(minutes()).toEqual([15, 30, 15]);
});

test('a step that was silent for long before may be so again, and a multiple of it', () => {
  const { clock, told } = start({ 'wait-for-ssh': 10 * MINUTE });

  clock.hear(enter('wait-for-ssh', 'connect'));
  vi.advanceTimersByTime(29 * MINUTE);
  const early = [...told];
  vi.advanceTimersByTime(2 * MINUTE);

  expect(early).toEqual([]);
  expect(told).toEqual([
    { silentMs: 30 * MINUTE, usualMs: 10 * MINUTE, step: 'wait-for-ssh', kind: 'connect' },
  ]);
});

test('the step after a patient one is not given its patience', () => {
  const { clock, minutes } = start({ long: 60 * MINUTE });

  clock.hear(enter('long'));
  vi.advanceTimersByTime(MINUTE);
  clock.hear(enter('short'));
  vi.advanceTimersByTime(16 * MINUTE);

  expect(minutes()).toEqual([15]);
});

test('events that are no sign of life do not break a silence', () => {
  const { clock, minutes } = start();

  vi.advanceTimersByTime(10 * MINUTE);
  clock.hear({ type: 'target.queued' });
  vi.advanceTimersByTime(6 * MINUTE);

  expect(minutes()).toEqual([15]);
});

test('each step keeps its longest silence, and so does the time between steps', () => {
  const { clock } = start();

  vi.advanceTimersByTime(1_000);
  clock.hear(enter('a'));
  vi.advanceTimersByTime(5_000);
  clock.hear(output);
  vi.advanceTimersByTime(2_000);
  clock.hear(leave('a'));
  vi.advanceTimersByTime(3_000);
  clock.hear(enter('b'));
  vi.advanceTimersByTime(7_000);

  expect(clock.stop()).toEqual({ '-': 3_000, a: 5_000, b: 7_000 });
});

test('a clock that was stopped tells nothing', () => {
  const { clock, told } = start();

  clock.stop();
  vi.advanceTimersByTime(600 * MINUTE);

  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toEqual(0);
});

test('limits of nothing and of more days than a timer can wait are kept', () => {
  const eager = start({}, { minutes: 0, factor: 1 });
  vi.advanceTimersByTime(1);
  eager.clock.stop();
  const patient = start({}, { minutes: 60 * 24 * 40, factor: 1 });

  vi.advanceTimersByTime(39 * 24 * 60 * MINUTE);
  const early = patient.told.length;
  vi.advanceTimersByTime(2 * 24 * 60 * MINUTE);

  expect(eager.told.length).toEqual(1);
  expect(early).toEqual(0);
  expect(patient.told.length).toEqual(1);
});
