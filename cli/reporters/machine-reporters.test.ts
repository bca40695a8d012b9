import { expect, test } from 'vitest';
import { sampleEvent, sampleRun } from '../testing/sample-run.ts';
import { recordedOutput } from '../testing/test-host.ts';
import { createJsonReporter } from './json.ts';
import { createNdjsonReporter } from './ndjson.ts';

const event = sampleEvent({ type: 'note', text: 'two\nlines' });

test('json: the record is the one document', () => {
  const output = recordedOutput();
  const { onEvent, finish } = createJsonReporter({ output });

  onEvent(event);
  finish(sampleRun());

  expect(JSON.parse(output.written.out)).toEqual(sampleRun());
  expect(output.written.err).toBe('');
});

test('ndjson: one line per event, and no record', () => {
  const output = recordedOutput();
  const { onEvent, finish } = createNdjsonReporter({ output });

  onEvent(event);
  onEvent(event);
  finish(sampleRun());

  expect(
    output.written.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([event, event]);
});
