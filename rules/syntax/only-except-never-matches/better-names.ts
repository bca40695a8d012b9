import { nearTo } from 'packer-hybrid/rules';

/** What was probably meant: without a prefix, all sources of a type, the source of a name, or a slip. */
export function betterNames(item: string, ids: readonly string[]): readonly string[] {
  const bare = item.replace(/^sources?\./, '');
  if (ids.includes(bare)) return [bare];
  const ofType = ids.filter((id) => id.startsWith(`${item}.`));
  if (ofType.length > 0) return ofType;
  const named = ids.filter((id) => id.slice(id.indexOf('.') + 1) === item);
  if (named.length === 1) return named;
  const near = /[*?[]/.test(item) ? undefined : nearTo(bare, ids);
  return near === undefined ? [] : [near];
}
