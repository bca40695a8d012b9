import type { Body } from 'packer-hybrid/rules';
import { isCounted, nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, numberOf, shownValue, textOf } from '../_shared/settings.ts';

type Id = 'regions-twice' | 'replicas-twice' | 'shallow-replication' | 'build-region-missing';

/** Where the image is copied to. */
export function regionProblems(gallery: Body, source: Body): readonly Problem<Id>[] {
  return [
    ...twiceProblems(gallery, source),
    ...shallowProblems(gallery, source),
    ...buildRegion(gallery, source),
  ];
}

function twiceProblems(gallery: Body, source: Body): readonly Problem<Id>[] {
  if (nestedBlocks(gallery, 'target_region').length === 0) return [];
  const regions = isSet(gallery, 'replication_regions') ? [placeOf(gallery, 'replication_regions')] : [];
  const count = 'shared_image_gallery_replica_count';
  const replicas = isSet(source, count) ? [placeOf(source, count)] : [];
  return [
    ...regions.map((at) => ({ id: 'regions-twice' as const, at })),
    ...replicas.map((at) => ({ id: 'replicas-twice' as const, at })),
  ];
}

function shallowProblems(gallery: Body, source: Body): readonly Problem<Id>[] {
  if (flagOf(gallery, 'use_shallow_replication') !== true) return [];
  const listed = shownValue(gallery, 'replication_regions');
  const blocks = nestedBlocks(gallery, 'target_region');
  const regions = Math.max(blocks.length, Array.isArray(listed) ? listed.length : 0);
  const counts = blocks.map(({ body }) => numberOf(body, 'replicas') ?? 1);
  const replicas = Math.max(numberOf(source, 'shared_image_gallery_replica_count') ?? 1, ...counts);
  if (regions <= 1 && replicas <= 1) return [];
  const found = regions > 1 ? `${regions} regions` : `${replicas} replicas`;
  return [{ id: 'shallow-replication', at: placeOf(gallery, 'use_shallow_replication'), data: { found } }];
}

/** The plugin adds the region of the build to `replication_regions`, not to `target_region` blocks. */
function buildRegion(gallery: Body, source: Body): readonly Problem<Id>[] {
  const location = textOf(source, 'location');
  const blocks = nestedBlocks(gallery, 'target_region');
  const names = blocks.map(({ body }) => textOf(body, 'name'));
  const isKnown = isCounted(gallery, 'target_region') && names.every((name) => name !== undefined);
  if (location === undefined || blocks.length === 0 || !isKnown) return [];
  if (names.some((name) => plain(name) === plain(location))) return [];
  return [{ id: 'build-region-missing', at: headOf(gallery), data: { location } }];
}

/** `West Europe` and `westeurope` are the same region. */
function plain(region = ''): string {
  return region.replaceAll(' ', '').toLowerCase();
}
