import { createHash } from 'node:crypto';
import { readChecksum } from './checksum.ts';
import type { DeclaredIso } from './declared-isos.ts';

/** A file that Packer's download step made: 40 hexadecimal digits and an extension. */
export const cacheName = /^[0-9a-f]{40}(?:\.[a-z0-9]+)?$/;

/**
 * Names under which Packer looks for an image in its cache: the SHA-1 of its checksum as `type:value`, or of its address
 * when there is no checksum. Seen with 1.6.6 and in the download step of the plugin SDK up to 0.6.
 */
export function cacheNames(iso: DeclaredIso): readonly string[] {
  const checksum = readChecksum(iso.checksum);
  const texts = checksum ? [`${checksum.type}:${checksum.value}`] : iso.checksum === 'none' ? iso.urls : [];
  return texts.map((text) => `${createHash('sha1').update(text).digest('hex')}.${iso.extension}`);
}
