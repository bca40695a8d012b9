import { expect, test } from 'vitest';
import type { EventBody, Target } from '../../../core/schema/index.ts';
import { sampleEvent, sampleTarget } from '../../testing/sample-run.ts';
import { noProgress, progressAfter } from './progress.ts';

const a = sampleTarget('qemu', 'a');
const b = sampleTarget('null', 'b');
const start = Date.parse('2026-11-24T10:00:00.000Z');

function after(...events: readonly (readonly [EventBody, Target?])[]) {
  return events.reduce(
    (progress, [body, target]) => progressAfter(progress, sampleEvent(body, target)),
    progressAfter(noProgress, sampleEvent({ type: 'run.targets', targets: [a, b] })),
  );
}

test('a target waits until something of it begins', () => {
  const { targets } = after([{ type: 'stage.started', stage: 'build' }, a]);

  expect(targets).toEqual([
    { target: a, status: 'running', stage: 'build', step: undefined, startedAt: start },
    { target: b, status: 'waiting', stage: undefined, step: undefined, startedAt: undefined },
  ]);
});

test('a step is shown from its start to its end', () => {
  const began: EventBody = {
    type: 'step.started',
    step: 'connect',
    kind: 'builder',
    text: 'Waiting for SSH',
  };
  const ended: EventBody = {
    type: 'step.finished',
    step: 'connect',
    kind: 'builder',
    ok: true,
    duration_ms: 1,
  };

  expect(after([began, a]).targets[0]?.step).toEqual({ text: 'Waiting for SSH', since: start });
  expect(after([began, a], [ended, a]).targets[0]?.step).toBeUndefined();
});

test('a finished target keeps its result', () => {
  const finished: EventBody = { type: 'target.finished', status: 'failed', exit_code: 1, duration_ms: 5 };

  expect(after([{ type: 'target.started' }, b], [finished, b]).targets[1]?.status).toBe('failed');
});

test('a stage for all targets is running until it ends', () => {
  const began: EventBody = { type: 'stage.started', stage: 'preflight' };
  const ended: EventBody = { type: 'stage.finished', stage: 'preflight', ok: true, duration_ms: 5 };

  expect(after([began]).stage).toEqual({ name: 'preflight', since: start });
  expect(after([began], [ended]).stage).toBeUndefined();
});

test('events of a target nobody announced change nothing', () => {
  const stranger = sampleTarget('qemu', 'stranger');

  expect(after([{ type: 'target.started' }, stranger])).toEqual(after());
});

test('a step of a recovery is shown until it ends, a wait with its end', () => {
  const step = { action: 'retry', title: 'Wait.', wait_seconds: 30, edits: [], details: {} };
  const waiting = after([{ type: 'recovery.step.started', step }, a]);
  const over = after(
    [{ type: 'recovery.step.started', step: { ...step, wait_seconds: 0 } }, a],
    [{ type: 'recovery.step.finished', action: 'retry', ok: true, detail: '' }, a],
  );

  expect(waiting.targets[0]).toMatchObject({
    status: 'running',
    step: { text: 'building again', since: start, until: start + 30_000 },
  });
  expect(over.targets[0]?.step).toBeUndefined();
});
