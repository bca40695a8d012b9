import { attributeOf, type Body } from 'packer-hybrid/rules';
import { headOf, type Problem } from '../_shared/problem.ts';
import { isUnset, numberOf } from '../_shared/settings.ts';

type Id = 'size-missing' | 'size-small';

/** Below this many MiB nothing can be installed; small appliances begin at twice as much. */
const certain = 256;
const small = 512;

/** The size of one disk, in MiB. */
export function sizeProblems(storage: Body): readonly Problem<Id>[] {
  if (isUnset(storage, 'disk_size')) return [{ id: 'size-missing', at: headOf(storage) }];
  const attribute = attributeOf(storage, 'disk_size');
  const size = numberOf(storage, 'disk_size');
  if (!attribute || size === undefined || size <= 0 || size >= small) return [];
  const { expression, valueRange } = attribute;
  const isWritten = expression.kind === 'literal' && size < certain;
  const fix = isWritten ? [{ range: valueRange, newText: String(size * 1024) }] : [];
  const doubt =
    size < certain ? { severity: 'high' as const } : { severity: 'low' as const, confidence: 0.5 };
  return [{ id: 'size-small', at: valueRange, data: { size }, ...doubt, ...(fix.length > 0 && { fix }) }];
}
