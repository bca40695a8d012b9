import type { Body } from 'packer-hybrid/rules';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { isSet, isUnset } from '../_shared/settings.ts';

/** The four kinds of image, each with the options that choose it. */
const kinds = [
  ['image_publisher', 'image_offer', 'image_sku'],
  ['custom_managed_image_name', 'custom_managed_image_resource_group_name'],
  ['shared_image_gallery'],
  ['image_url'],
] as const;

/** The plugin wants exactly one kind. */
export function kindProblems(body: Body): readonly Problem<'several' | 'none'>[] {
  const used = kinds.flatMap((names) => names.find((name) => isSet(body, name)) ?? []);
  if (used.length === 0 && kinds.flat().every((name) => isUnset(body, name))) {
    return [{ id: 'none', at: headOf(body) }];
  }
  const [first = '', ...rest] = used;
  return rest.map((second) => ({ id: 'several', at: placeOf(body, second), data: { first, second } }));
}
