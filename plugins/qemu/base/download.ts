import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HybridError } from 'packer-hybrid';

export interface DownloadOptions {
  readonly url: string;
  /** `sha256:<hex>` or `sha512:<hex>`. */
  readonly checksum: string;
  readonly path: string;
  readonly signal?: AbortSignal;
}

/** Fetches a file and keeps it only when its checksum is the expected one. */
export async function download({ url, checksum, path, signal }: DownloadOptions): Promise<void> {
  const [algorithm = '', expected = ''] = checksum.toLowerCase().split(':');
  const hash = createHash(algorithm);
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(undefined, chunk);
    },
  });
  try {
    const response = await fetch(url, signal ? { signal } : {});
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    await pipeline(response.body, hashing, createWriteStream(path), signal ? { signal } : {});
  } catch (cause) {
    await rm(path, { force: true });
    signal?.throwIfAborted();
    throw new HybridError('PH_IMAGE_DOWNLOAD', { url, reason: reasonOf(cause) }, { cause });
  }
  const actual = hash.digest('hex');
  if (actual === expected) return;
  await rm(path, { force: true });
  throw new HybridError('PH_CHECKSUM_MISMATCH', { what: url, expected, actual });
}

/** fetch hides why it failed in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
