import type { Body } from 'packer-hybrid/rules';
import { lacks, quoted } from '../_shared/combine.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset } from '../_shared/settings.ts';

const managed = ['managed_image_name', 'managed_image_resource_group_name'] as const;
const container = ['capture_container_name', 'storage_account', 'resource_group_name'] as const;
const gallery = 'shared_image_gallery_destination';

/** Where the image goes: one place at least, and completely. */
export function targetProblems(body: Body) {
  if (flagOf(body, 'skip_create_image') !== false) return [];
  return [
    ...noTarget(body),
    ...lacks(body, 'pair-incomplete', [managed[0], managed[1]]),
    ...lacks(body, 'pair-incomplete', [managed[1], managed[0]]),
    ...lacks(body, 'pair-incomplete', [...container]),
    ...fromManagedImage(body),
  ];
}

function noTarget(body: Body): readonly Problem<'none'>[] {
  const isMissing = [...managed, container[0], gallery].every((name) => isUnset(body, name));
  return isMissing ? [{ id: 'none', at: headOf(body) }] : [];
}

/** Copies of a managed image are made by way of a managed image; a gallery takes one from there. */
function fromManagedImage(body: Body): readonly Problem<'needs-managed-image'>[] {
  const isOther = isSet(body, container[0]) || isSet(body, gallery);
  const missing = managed.filter((name) => isUnset(body, name));
  if (!isSet(body, 'custom_managed_image_name') || !isOther || missing.length < managed.length) return [];
  // Newer plugins publish straight to a gallery.
  const doubt = isSet(body, gallery) ? { severity: 'high' as const, confidence: 0.6 } : {};
  const at = placeOf(body, 'custom_managed_image_name');
  return [{ id: 'needs-managed-image', at, data: { missing: quoted(missing) }, ...doubt }];
}
