import { expect, test } from 'vitest';
import type { TargetRecord } from '../schema/index.ts';
import { expectedMs, rememberRun, rememberTarget } from './remember.ts';
import { emptyState, type RunSummary } from './workspace-state.ts';

const summary = (minute: number, over: Partial<RunSummary> = {}): RunSummary => ({
  run: `r${minute}`,
  command: 'run',
  env: 'default',
  status: 'running',
  exit_code: null,
  started_at: new Date(minute * 60_000).toISOString(),
  finished_at: null,
  pid: 1,
  ...over,
});

const record = (over: Partial<TargetRecord> = {}): TargetRecord => ({
  target: {
    id: 'default/-/null.a',
    slug: 'default.-.null.a',
    env: 'default',
    template: 't',
    source: { type: 'null', name: 'a' },
    packer_name: 'null.a',
    platform: 'null',
    os: 'other',
  },
  status: 'succeeded',
  exit_code: 0,
  reached: 'publish',
  attempts: 1,
  duration_ms: 100,
  steps: [{ step: 'shell', kind: 'provisioner', duration_ms: 40 }],
  result: null,
  diagnoses: [],
  recoveries: [],
  ignored: null,
  evidence: [],
  publications: [],
  failure: null,
  ...over,
});

test('a run takes the place of its earlier summary, in the order of time', () => {
  const started = rememberRun(rememberRun(emptyState, summary(2)), summary(1));

  const { runs } = rememberRun(started, summary(1, { status: 'succeeded', exit_code: 0 }));

  expect(runs.map(({ run, status }) => [run, status])).toEqual([
    ['r1', 'succeeded'],
    ['r2', 'running'],
  ]);
});

test('only the newest fifty runs are remembered', () => {
  let state = emptyState;
  for (let minute = 0; minute < 60; minute += 1) state = rememberRun(state, summary(minute));

  expect(state.runs.length).toEqual(50);
  expect(state.runs[0]?.run).toEqual('r10');
});

test('good builds add to the history of five, others do not', () => {
  let state = emptyState;
  for (const ms of [1, 2, 3, 4, 5, 6]) state = rememberTarget(state, 'r', record({ duration_ms: ms }));
  state = rememberTarget(state, 'bad', record({ status: 'failed', exit_code: 1, duration_ms: 99 }));
  state = rememberTarget(state, 'same', record({ status: 'unchanged', attempts: 0, duration_ms: 0 }));

  expect(state.targets['default.-.null.a']).toEqual({
    id: 'default/-/null.a',
    last_run: 'same',
    last_status: 'unchanged',
    durations: [2, 3, 4, 5, 6],
    steps: { shell: [40, 40, 40, 40, 40] },
  });
});

test('a step that runs twice counts with its sum', () => {
  const steps = [10, 30].map((duration_ms) => ({ step: 'shell', kind: 'provisioner', duration_ms }));

  const state = rememberTarget(emptyState, 'r', record({ steps }));

  expect(state.targets['default.-.null.a']?.steps).toEqual({ shell: [40] });
});

test.each([
  [undefined, undefined],
  [[], undefined],
  [[7], 7],
  [[900, 10, 20], 20],
])('after %j it is expected to take %j', (durations, expected) => {
  expect(expectedMs(durations)).toEqual(expected);
});
