import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The checksum of a file as `iso_checksum` takes it. */
export async function checksumOf(file: string): Promise<string> {
  return `sha256:${createHash('sha256')
    .update(await readFile(file))
    .digest('hex')}`;
}
