import { expect, test } from 'vitest';
import { styleFor } from '../../style.ts';
import { sampleTarget } from '../../testing/sample-run.ts';
import { liveLines } from './live-view.ts';
import type { Progress, TargetProgress } from './progress.ts';

const style = styleFor({ isTTY: false }, { env: {}, noColor: true, platform: 'linux' });
const options = { style, now: 100_000, frame: 0, rows: 24, labels: new Map(), history: new Map() };

function running(name: string, more: Partial<TargetProgress> = {}): TargetProgress {
  const target = sampleTarget('qemu', name);
  return { target, status: 'running', stage: 'build', step: undefined, startedAt: 40_000, ...more };
}

const progress = (targets: readonly TargetProgress[], more: Partial<Progress> = {}): Progress => ({
  targets,
  stage: undefined,
  installing: undefined,
  ...more,
});

test('a running target shows its time, stage, step and the step’s time', () => {
  const step = { text: 'Waiting for SSH', since: 88_500 };

  expect(liveLines(progress([running('a', { step })]), options)).toEqual([
    '⠋ qemu.a · 1m · build · Waiting for SSH 11s',
  ]);
});

test('a wait is counted down', () => {
  const step = { text: 'building again', since: 90_000, until: 120_000 };

  expect(liveLines(progress([running('a', { step })]), options)).toEqual([
    '⠋ qemu.a · 1m · build · building again in 20s',
  ]);
  expect(liveLines(progress([running('a', { step })]), { ...options, now: 130_000 })[0]).toMatch(
    / building again now$/,
  );
});

test('earlier builds tell what is left, until it takes longer than they did', () => {
  const left = (ms: number) =>
    liveLines(progress([running('a')]), { ...options, history: new Map([['default.-.qemu.a', ms]]) });

  expect(left(180_000)).toEqual(['⠋ qemu.a · 1m · build · ~ 2m left']);
  expect(left(60_000)).toEqual(['⠋ qemu.a · 1m · build']);
});

test('waiting targets are counted, finished ones are not shown', () => {
  const targets = [running('a'), running('b', { status: 'waiting' }), running('c', { status: 'succeeded' })];

  expect(liveLines(progress(targets), options)).toEqual(['⠋ qemu.a · 1m · build', '  1 waiting']);
});

test('before targets run, the stage or the installation is shown', () => {
  const stage = { name: 'preflight', since: 97_000 } as const;

  expect(liveLines(progress([], { stage }), options)).toEqual(['⠋ preflight 3s']);
  expect(liveLines(progress([], { stage, installing: 'packer' }), options)).toEqual([
    '⠋ installing packer 3s',
  ]);
});

test('the block is never higher than the terminal', () => {
  const targets = Array.from({ length: 30 }, (_, index) => running(`t${index}`));

  const lines = liveLines(progress(targets), { ...options, rows: 10 });

  expect(lines).toHaveLength(8);
  expect(lines.at(-1)).toBe('  and 23 more');
});

test('nothing running is nothing to show', () => {
  expect(liveLines(progress([]), options)).toEqual([]);
});
