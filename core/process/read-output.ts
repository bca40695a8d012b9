import type { Readable } from 'node:stream';
import { createLineSplitter } from './line-splitter.ts';
import { createOutputTail } from './output-tail.ts';
import type { Secrets } from './secrets.ts';

/** A daemon may keep our pipe open for ever: once the group is gone, this much silence means that all was read. */
const silenceMs = 250;
const longestDrainMs = 2_000;

/** One output stream of a running program. */
export interface OutputReader {
  /** Resolves when everything that the program wrote was read; call it after the program has ended. */
  finish(): Promise<void>;
  tail(): string;
  /** What a line callback threw; it is kept, because it must not interrupt the reading. */
  failure(): { readonly cause: unknown } | undefined;
}

function untilSilent(stream: Readable, lastRead: () => number): Promise<void> {
  const deadline = performance.now() + longestDrainMs;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now();
      if (now - lastRead() < silenceMs && now < deadline) return;
      done();
    }, silenceMs / 5);
    function done(): void {
      clearInterval(timer);
      stream.off('close', done);
      resolve();
    }
    stream.once('close', done);
  });
}

/** Reads lines, masks them, keeps the last ones and hands each to `onLine`. */
export function readOutput(
  stream: Readable,
  secrets: Secrets,
  onLine: ((line: string) => void) | undefined,
): OutputReader {
  const tail = createOutputTail();
  let failure: { cause: unknown } | undefined;
  let lastRead = performance.now();

  function take(line: string): void {
    tail.push(line);
    try {
      if (failure === undefined) onLine?.(line);
    } catch (cause) {
      failure = { cause };
    }
  }

  const splitter = createLineSplitter(secrets.redact, take);
  stream.on('data', (chunk: Buffer) => {
    lastRead = performance.now();
    splitter.write(chunk);
  });
  // A broken pipe ends the reading; the result of the program tells the rest.
  stream.on('error', () => {});

  return {
    async finish() {
      lastRead = performance.now();
      if (!stream.closed) await untilSilent(stream, () => lastRead);
      stream.destroy();
      splitter.end();
    },
    tail: tail.text,
    failure: () => failure,
  };
}
