import { attributeOf, type Body } from 'packer-hybrid/rules';
import { replaceText } from '../_shared/insert-attribute.ts';
import type { Problem } from '../_shared/problem.ts';
import { shownValue } from '../_shared/settings.ts';

type Id = 'size-format' | 'size-small';

/** Sizes of the disk and of additional ones. */
export function sizeProblems(body: Body): readonly Problem<Id>[] {
  return ['disk_size', 'disk_additional_size'].flatMap((name) => {
    const value = shownValue(body, name);
    const sizes = (Array.isArray(value) ? value : [value]).filter((size) => size !== '');
    return sizes.flatMap((size) =>
      typeof size === 'string' || typeof size === 'number' ? sizeProblem(body, name, String(size)) : [],
    );
  });
}

function sizeProblem(body: Body, name: string, size: string): readonly Problem<Id>[] {
  const attribute = attributeOf(body, name);
  const id = wrong(size);
  if (!attribute || !id) return [];
  const meant = /^\d+$/.test(size) ? `${size}G` : /^(\d+)\s*([bkmgt])i?b$/i.exec(size)?.slice(1, 3).join('');
  const fix = meant === undefined ? [] : replaceText(attribute, meant);
  const severity = id === 'size-small' ? { severity: 'high' as const } : {};
  return [{ id, at: attribute.valueRange, data: { size }, ...severity, ...(fix.length > 0 && { fix }) }];
}

function wrong(size: string): Id | undefined {
  if (!/^\d+[bkmgt]?$/i.test(size)) return 'size-format';
  return /^\d+$/.test(size) && Number(size) < 1000 && Number(size) > 0 ? 'size-small' : undefined;
}
