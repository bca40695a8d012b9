import type { Target } from '../schema/index.ts';

/** Whether a name fits a pattern of Packer's `-only`: `*` stands for any text, `?` for one character. */
export function fitsPattern(name: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(name);
}

/** Whether a pattern means a target by any of its names. */
export function isNamed({ id, slug, packer_name, source }: Target, pattern: string): boolean {
  const names = [packer_name, id, slug, `${source.type}.${source.name}`];
  return names.some((name) => fitsPattern(name, pattern));
}
