import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface DownloadOptions {
  readonly url: string;
  /** `sha256:<hex>` or `sha512:<hex>`. */
  readonly checksum: string;
  readonly path: string;
  readonly signal?: AbortSignal;
}

/** Fetches a file and keeps it only when its checksum is the expected one. */
export async function download({ url, checksum, path, signal }: DownloadOptions): Promise<void> {
  const [algorithm, expected] = splitChecksum(checksum);
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}.`);

  const hash = createHash(algorithm);
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(undefined, chunk);
    },
  });
  try {
    await pipeline(response.body, hashing, createWriteStream(path), signal ? { signal } : {});
    const actual = hash.digest('hex');
    if (actual !== expected) {
      throw new Error(`The checksum of ${url} is ${algorithm}:${actual}, expected was ${checksum}.`);
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function splitChecksum(checksum: string): ['sha256' | 'sha512', string] {
  const [, algorithm, digest] = /^(sha256|sha512):([0-9a-f]+)$/i.exec(checksum) ?? [];
  const digits = algorithm?.toLowerCase() === 'sha256' ? 64 : 128;
  if (digest?.length !== digits) {
    throw new Error(
      `The checksum "${checksum}" is neither sha256:<64 hex digits> nor sha512:<128 hex digits>.`,
    );
  }
  return [digits === 64 ? 'sha256' : 'sha512', digest.toLowerCase()];
}
