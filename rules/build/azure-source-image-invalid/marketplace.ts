import type { Body } from 'packer-hybrid/rules';
import { lacks, notAmong, quoted } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem } from '../_shared/problem.ts';
import { isSet, isUnset } from '../_shared/settings.ts';

const image = ['image_publisher', 'image_offer', 'image_sku'] as const;
const managed = ['custom_managed_image_name', 'custom_managed_image_resource_group_name'] as const;
const plan = ['plan_name', 'plan_product', 'plan_publisher'] as const;

/** Images of the marketplace and of one's own, their plans, and the operating system in them. */
export function marketplaceProblems(body: Body) {
  const first = image.find((name) => isSet(body, name)) ?? image[0];
  return [
    ...lacks(body, 'incomplete', [first, ...image.filter((name) => name !== first)]),
    ...lacks(body, 'incomplete', [managed[0], managed[1]]),
    ...lacks(body, 'incomplete', [managed[1], managed[0]]),
    ...nestedBlocks(body, 'plan_info').flatMap((block) => planProblems(block.body)),
    ...systemProblems(body),
  ];
}

function planProblems(body: Body): readonly Problem<'plan-incomplete'>[] {
  const missing = plan.filter((name) => isUnset(body, name));
  // An empty block stands for an image without a plan.
  if (missing.length === 0 || missing.length === plan.length) return [];
  const at = headOf(body);
  return [{ id: 'plan-incomplete', at, data: { missing: quoted(missing) } }];
}

function systemProblems(body: Body): readonly Problem<'system-missing' | 'system-unknown'>[] {
  if (isUnset(body, 'os_type')) {
    return [{ id: 'system-missing', at: headOf(body) }];
  }
  return notAmong(body, 'system-unknown', {
    name: 'os_type',
    allowed: ['Linux', 'Windows'],
    ignoreCase: true,
  });
}
