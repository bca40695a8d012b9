import { createHash } from 'node:crypto';
import { attributeOf, type Body, type Json } from 'packer-hybrid';

/** An image that a source downloads before it builds. */
export interface DeclaredIso {
  /** Changes with every address and with the checksum: another key is another image. */
  readonly key: string;
  readonly urls: readonly string[];
  /** As written, such as `sha256:…`, `file:…` or `none`. */
  readonly checksum: string;
  /** Extension that Packer gives to the file, without the dot. */
  readonly extension: string;
}

const remote = /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i;

/** Every remote image of a source, in nested blocks too; images with an address only Packer knows are left out. */
export function declaredIsos(body: Body): readonly DeclaredIso[] {
  const nested = body.blocks.flatMap((block) => declaredIsos(block.body));
  const urls = [...texts(body, 'iso_url'), ...texts(body, 'iso_urls')].filter((url) => remote.test(url));
  const [checksum] = texts(body, 'iso_checksum');
  const hasTarget = attributeOf(body, 'iso_target_path') !== undefined;
  if (urls.length === 0 || checksum === undefined || hasTarget) return nested;
  const key = createHash('sha256')
    .update(JSON.stringify([urls, checksum]))
    .digest('hex');
  const extension = (texts(body, 'iso_target_extension')[0] ?? 'iso').toLowerCase();
  return [{ key: key.slice(0, 32), urls, checksum, extension }, ...nested];
}

function texts(body: Body, name: string): readonly string[] {
  const value = attributeOf(body, name)?.value;
  if (!value || value.state === 'unknown') return [];
  const list: readonly Json[] = Array.isArray(value.value) ? value.value : [value.value];
  return list.filter((item) => typeof item === 'string' && item !== '').map(String);
}
