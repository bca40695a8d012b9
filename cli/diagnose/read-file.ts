import { open } from 'node:fs/promises';

const size = 1 << 18;

/** The bytes of a file in two buffers that take turns: while one is worked on, the next is read into the other. */
export async function* readFile(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  const read = async (into: Buffer) => into.subarray(0, (await file.read(into, 0, size, null)).bytesRead);
  let [idle, busy] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
  let next = read(busy);
  try {
    for (let chunk = await next; chunk.length > 0; chunk = await next) {
      [idle, busy] = [busy, idle];
      next = read(busy);
      yield chunk;
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}
