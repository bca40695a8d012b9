import type { Body } from 'packer-hybrid/rules';
import { placeOf } from '../_shared/problem.ts';
import { shownValue } from '../_shared/settings.ts';

/** Tags of Azure: how many there are, and how long. */
export function tagProblems(body: Body) {
  const value = shownValue(body, 'azure_tags');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const tags = Object.entries(value);
  const at = placeOf(body, 'azure_tags');
  const long = tags.filter(([name, text]) => name.length > 512 || String(text).length > 256);
  return [
    ...(tags.length > 50
      ? [{ at, message: 'tag-count' as const, sub: 'tags', data: { count: tags.length } }]
      : []),
    ...long.map(([name]) => ({
      at,
      message: 'tag-length' as const,
      sub: 'tags',
      data: { tag: name.slice(0, 40) },
    })),
  ];
}
