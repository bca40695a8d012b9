import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWorkQueue } from './work-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function queueWith(work: (items: readonly string[]) => Promise<void>) {
  const errors: unknown[] = [];
  const queue = createWorkQueue<string>({
    quietMs: 10,
    keyOf: (item) => item,
    work,
    onError: (cause) => errors.push(cause),
  });
  return { queue, errors };
}

test('what comes close together is one piece of work, each item once', async () => {
  const batches: (readonly string[])[] = [];
  const { queue } = queueWith(async (items) => {
    batches.push(items);
  });

  for (const item of ['a', 'b', 'a']) {
    queue.add(item);
    await vi.advanceTimersByTimeAsync(9);
  }
  expect(batches).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);

  expect(batches).toEqual([['a', 'b']]);
});

test('work never runs twice at once; what comes meanwhile follows', async () => {
  const running: string[] = [];
  const ends: (() => void)[] = [];
  const { queue } = queueWith(async (items) => {
    running.push(items.join());
    await new Promise<void>((resolve) => ends.push(resolve));
  });

  queue.add('a');
  await vi.advanceTimersByTimeAsync(10);
  queue.add('b');
  await vi.advanceTimersByTimeAsync(50);
  expect(running).toEqual(['a']);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);

  expect(running).toEqual(['a', 'b']);
});

test('a failure is told, and the next work is done', async () => {
  const done: string[] = [];
  const { queue, errors } = queueWith(async (items) => {
    if (items.includes('bad')) throw new Error('no');
    done.push(...items);
  });

  queue.add('bad');
  await vi.advanceTimersByTimeAsync(10);
  queue.add('good');
  await vi.advanceTimersByTimeAsync(10);

  expect(errors).toEqual([new Error('no')]);
  expect(done).toEqual(['good']);
});

test('a stopped queue begins nothing more', async () => {
  const done: string[] = [];
  const { queue } = queueWith(async (items) => {
    done.push(...items);
  });

  queue.add('a');
  queue.stop();
  await vi.advanceTimersByTimeAsync(100);

  expect(done).toEqual([]);
});
