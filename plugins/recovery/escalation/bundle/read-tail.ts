import { open, stat } from 'node:fs/promises';

/** The end of a log, whole lines only. */
export interface Tail {
  readonly text: string;
  /** Of the whole log, the parts that were put aside included. */
  readonly bytes: number;
  readonly isCut: boolean;
}

/** Reads the last lines of a log up to a size, going back into the parts that were put aside; undefined without any. */
export async function readTail(path: string, limit: number): Promise<Tail | undefined> {
  const parts = await partsOf(path);
  const bytes = parts.reduce((sum, { size }) => sum + size, 0);
  if (bytes === 0) return undefined;
  const texts: Buffer[] = [];
  let room = limit;
  for (const part of parts) {
    if (room <= 0) break;
    const length = Math.min(room, part.size);
    texts.unshift(await lastBytes(part, length));
    room -= length;
  }
  const isCut = bytes > limit;
  const text = Buffer.concat(texts).toString('utf8');
  // A line whose beginning is missing could hide what gives a secret away.
  return { text: isCut ? text.slice(text.indexOf('\n') + 1) : text, bytes, isCut };
}

interface Part {
  readonly path: string;
  readonly size: number;
}

/** Newest first. */
async function partsOf(path: string): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (let number = 0; ; number += 1) {
    const file = number === 0 ? path : `${path}.${number}`;
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) {
      // The newest part is missing for a moment while a log is rotated.
      if (number > 0) return parts;
      continue;
    }
    parts.push({ path: file, size: found.size });
  }
}

async function lastBytes({ path, size }: Part, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, size - length);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
