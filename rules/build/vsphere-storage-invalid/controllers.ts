import { attributeOf, type Body, startOf } from 'packer-hybrid/rules';
import { insertBefore } from '../_shared/insert-attribute.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import type { Problem } from '../_shared/problem.ts';
import { isUnset, numberOf, shownValue } from '../_shared/settings.ts';

const name = 'disk_controller_type';

/** A new machine has one controller by itself; a clone has only those that are listed. */
export function controllerProblems(
  body: Body,
  isInstalled: boolean,
): readonly Problem<'controller-missing'>[] {
  const count = controllerCount(body);
  if (count === undefined) return [];
  const available = count === 0 && isInstalled ? 1 : count;
  const wrong = nestedBlocks(body, 'storage').flatMap((block) => {
    const index = indexOf(block.body);
    return index === undefined || index < available ? [] : [{ block, index }];
  });
  return wrong.map(({ block, index }, position) => {
    const isFirst = position === 0 && count === 0 && index === 0 && block.type === 'storage';
    const fix = isFirst ? insertBefore(block, `${name} = ["pvscsi"]`) : [];
    const at = attributeOf(block.body, 'disk_controller_index')?.valueRange ?? startOf(block);
    const found = count === 0 ? `"${name}" lists none` : `"${name}" lists ${count}, counted from 0`;
    return { id: 'controller-missing', at, data: { index, found }, ...(fix.length > 0 && { fix }) };
  });
}

function controllerCount(body: Body): number | undefined {
  if (isUnset(body, name)) return 0;
  const value = shownValue(body, name);
  if (typeof value === 'string') return 1;
  return Array.isArray(value) ? value.length : undefined;
}

function indexOf(storage: Body): number | undefined {
  return isUnset(storage, 'disk_controller_index') ? 0 : numberOf(storage, 'disk_controller_index');
}
