import { attributeOf, type Body, type TargetView } from 'packer-hybrid/rules';
import { isUnset, plainValue, textsOf } from './settings.ts';

/** Something that a build downloads and boots from or attaches. */
export interface Medium {
  /** The source itself, or its nested block. */
  readonly body: Body;
  /** URLs that are known. */
  readonly urls: readonly string[];
}

const nested = new Set(['boot_iso', 'additional_iso_files']);

/** The downloads of a source: its own, and those of nested blocks; a generated disc needs none. */
export function mediaOf({ body }: TargetView): readonly Medium[] {
  const bodies = [body, ...body.blocks.filter(({ type }) => nested.has(type)).map((block) => block.body)];
  return bodies
    .filter((one) => isUnset(attributeOf(one, 'iso_file')) || one === body)
    .map((one) => ({ body: one, urls: [...textsOf(one, 'iso_url'), ...textsOf(one, 'iso_urls')] }))
    .filter(({ urls }) => urls.length > 0);
}

/** Whether the source says where its first disc lies in the hypervisor's own storage. */
export function usesStoredMedium({ body }: TargetView): boolean {
  return ['iso_file', 'iso_paths'].some((name) => {
    const plain = plainValue(attributeOf(body, name)?.value);
    return Array.isArray(plain)
      ? plain.some((path) => path !== '')
      : typeof plain === 'string' && plain !== '';
  });
}

/** Whether a URL leads to another machine. */
export function isRemote(url: string): boolean {
  return /^(https?|ftps?|s3|gcs|git|hg)(::|:\/\/)/i.test(url);
}
