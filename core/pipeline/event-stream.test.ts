import { expect, test } from 'vitest';
import { createSecrets } from '../process/index.ts';
import type { RunEvent } from '../schema/index.ts';
import { createEventStream } from './event-stream.ts';

test('every sink gets the same events, numbered, and masked in every field before any of them sees it', () => {
  const seen: RunEvent[][] = [[], []];
  const sinks = seen.map((events) => (event: RunEvent) => void events.push(event));
  const emit = createEventStream({ run: 'r1', secrets: createSecrets(['hunter22']), sinks });

  emit({ type: 'note', text: 'first' });
  emit(
    { type: 'check', check: { id: 'a/b', ok: false, severity: 'low', message: 'is hunter22' } },
    { target: 't', plugin: 'p' },
  );

  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toMatchObject([
    { v: 1, run: 'r1', seq: 0, type: 'note', text: 'first' },
    { seq: 1, target: 't', plugin: 'p', check: { id: 'a/b', message: 'is ***' } },
  ]);
});
