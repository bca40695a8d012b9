import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** Size of a file in bytes, 0 where there is none yet: the place where the next attempt begins. */
export async function logEnd(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.size ?? 0;
}

/** Streams what a log file says from an offset on, without the prefix that the line format adds. */
export async function* logLines(path: string, from: number): AsyncGenerator<string> {
  const size = await logEnd(path);
  if (size === 0) return;
  // A rotated file is shorter than where the attempt began.
  const stream = createReadStream(path, { start: from <= size ? from : 0, encoding: 'utf8' });
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield line.replace(/^\[[^\]]+\] (?:debug|info|warn|error) \S+ /, '');
  }
}
