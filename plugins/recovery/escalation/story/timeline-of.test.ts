import type { RunEvent } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { createRunStories } from './run-stories.ts';
import { spoken } from './spoken.ts';
import { timelineOf } from './timeline-of.ts';

const at = '2026-03-01T10:00:00.000Z';
let seq = 0;
const event = (body: object, target: string | undefined = 'a'): RunEvent =>
  ({ v: 1, run: 'r1', seq: seq++, at, ...(target !== undefined && { target }), ...body }) as RunEvent;

test('a story has what is about the target or about the whole run, in its order', () => {
  const stories = createRunStories();
  for (const one of [
    event({ type: 'run.started', command: 'run', env: 'e', dry_run: false, version: '1.0.0' }, undefined),
    event({ type: 'attempt.started', attempt: 1 }),
    event({ type: 'attempt.started', attempt: 1 }, 'b'),
    event({ type: 'output', level: 'error', text: 'many' }),
    event({ type: 'recovery.asked', question: 'Retry?', answer: false }),
  ])
    stories.note(one);

  expect(timelineOf(stories.of('r1', 'a')).map(({ text }) => text)).toEqual([
    'The run began: run, packer-hybrid 1.0.0.',
    'Build 1 began.',
    'Asked "Retry?", the answer was no.',
  ]);
});

test('a run that is over is forgotten, and one that was never heard of has no story', () => {
  const stories = createRunStories();
  stories.note(event({ type: 'attempt.started', attempt: 1 }));
  stories.forget('r1');

  expect(stories.of('r1', 'a')).toEqual({ events: [], omitted: 0 });
  expect(timelineOf(stories.of('r2', 'a'))).toEqual([]);
});

test('of a long story the beginning and the end are kept', () => {
  const stories = createRunStories();
  for (let n = 1; n <= 1_000; n += 1) stories.note(event({ type: 'note', text: `note ${n}` }));

  const timeline = timelineOf(stories.of('r1', 'a')).map(({ text }) => text);

  expect(timeline).toHaveLength(501);
  expect([timeline[99], timeline[100], timeline[499], timeline[500]]).toEqual([
    'note 100',
    'note 601',
    'note 1000',
    '500 events in between are only in the log of the run.',
  ]);
});

test.each([
  [16, '16 ms'],
  [1_440, '1.4 s'],
  [123_000, '2 min 3 s'],
  [3_899_000, '1 h 4 min'],
])('%i milliseconds are %s', (ms, text) => {
  expect(spoken(ms)).toEqual(text);
});
