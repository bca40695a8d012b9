import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HybridError } from '../../core/errors/index.ts';
import { readFile } from './read-file.ts';

export interface LogPlace {
  readonly cwd: string;
  readonly stdin?: NodeJS.ReadStream;
}

/**
 * The bytes of a log, a file or `-` for standard input, unpacked when they are packed with gzip. What is given holds until
 * the next is asked for.
 */
export function openLog(
  file: string | undefined,
  { cwd, stdin = process.stdin }: LogPlace,
): AsyncIterable<Buffer> {
  if (file === undefined && stdin.isTTY) {
    const problem = 'No log was named, and nothing comes in on standard input.';
    throw new HybridError('PH_USAGE_OPTION', { command: 'diagnose', problem });
  }
  if (file === undefined || file === '-') return unpacked(stdin);
  return readable(file, unpacked(readFile(resolve(cwd, file))));
}

async function* readable(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (cause) {
    const { message } = cause as NodeJS.ErrnoException;
    const problem = `The log "${file}" cannot be read: ${message}.`;
    throw new HybridError('PH_USAGE_OPTION', { command: 'diagnose', problem }, { cause });
  }
}

async function* unpacked(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = withFirst(first.value, chunks);
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* isPacked ? gunzipped(all) : all;
}

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** A packed log that was cut off is read as far as it goes. */
async function* gunzipped(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const input = Readable.from(copied(bytes));
  input.on('error', (error) => gunzip.destroy(error));
  try {
    yield* input.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw cause;
  }
}

/** A stream may ask for more while it still works on what it has. */
async function* copied(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) yield Buffer.from(chunk);
}
