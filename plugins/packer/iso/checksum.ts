import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** A checksum that can be computed here. */
export interface Checksum {
  readonly type: string;
  readonly value: string;
}

const typeByLength: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

/** Reads `sha256:…` or a bare value; undefined for `none`, `file:…` and anything else. */
export function readChecksum(text: string): Checksum | undefined {
  const [, prefix, value] = /^(?:(md5|sha1|sha256|sha512):)?([0-9a-f]+)$/i.exec(text.trim()) ?? [];
  const type = prefix?.toLowerCase() ?? typeByLength[value?.length ?? 0];
  return type && value && typeByLength[value.length] === type
    ? { type, value: value.toLowerCase() }
    : undefined;
}

/** Several hashes of one file, read once as a stream. */
export async function hashFile(
  path: string,
  types: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map([...new Set(types)].map((type) => [type, createHash(type)]));
  await pipeline(
    createReadStream(path, { highWaterMark: 1024 * 1024 }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) for (const hash of hashes.values()) hash.update(chunk);
    },
    signal ? { signal } : {},
  );
  return new Map([...hashes].map(([type, hash]) => [type, hash.digest('hex')]));
}
