import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createOutput } from './output.ts';

function brokenStream(code: string): NodeJS.WriteStream & { attempts: number } {
  const stream = new Writable({
    write(_, __, done) {
      (stream as unknown as { attempts: number }).attempts += 1;
      done(Object.assign(new Error(code), { code }));
    },
  });
  return Object.assign(stream, { attempts: 0 }) as never;
}

function keptStream(): NodeJS.WriteStream & { text: string } {
  const stream = new Writable({
    write(chunk, _, done) {
      (stream as unknown as { text: string }).text += String(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: '' }) as never;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a reader that went away is no failure, and is not written to again', async () => {
  const failures: unknown[] = [];
  const stdout = brokenStream('EPIPE');
  const output = createOutput({ stdout, stderr: keptStream() } as never, (error) => failures.push(error));

  output.out('one');
  await settled();
  output.out('two');
  await settled();

  expect(failures).toEqual([]);
  expect(stdout.attempts).toBe(1);
});

test('a full disk is a failure, told once', async () => {
  const failures: (string | undefined)[] = [];
  const stdout = brokenStream('ENOSPC');
  const output = createOutput({ stdout, stderr: keptStream() } as never, ({ code }) => failures.push(code));

  output.out('one');
  await settled();
  output.out('two');
  await settled();

  expect(failures).toEqual(['ENOSPC']);
});

test('a live area is cleared before anything is written, to either stream', () => {
  const stdout = keptStream();
  const output = createOutput({ stdout, stderr: stdout } as never);
  output.clearBefore(() => stdout.write('<clear>'));

  output.out('line');
  output.err('warning');
  output.clearBefore(undefined);
  output.out('last');

  expect(stdout.text).toBe('<clear>line\n<clear>warning\nlast\n');
});
