import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { guardIdle } from './idle-guard.ts';

test('names what never answered, once', () => {
  const source = new EventEmitter();
  const stalls: string[] = [];
  guardIdle(
    source,
    () => ['scan in validate'],
    (error) => stalls.push(`${error.code} ${error.message}`),
  );

  source.emit('beforeExit');
  source.emit('beforeExit');

  expect(stalls).toEqual([
    'PH_RUN_STALLED The run ended before it was done: nothing is left to wait for, but scan in validate has not answered.',
  ]);
});

test('says nothing after its end', () => {
  const source = new EventEmitter();
  const stalls: string[] = [];
  const stop = guardIdle(
    source,
    () => [],
    ({ code }) => stalls.push(code),
  );

  stop();
  source.emit('beforeExit');

  expect(stalls).toEqual([]);
});
