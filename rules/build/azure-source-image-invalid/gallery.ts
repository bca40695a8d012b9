import type { Body } from 'packer-hybrid/rules';
import { lacks, onlyOneOf, quoted } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem } from '../_shared/problem.ts';
import { isUnset } from '../_shared/settings.ts';

const images = ['gallery_name', 'community_gallery_image_id', 'direct_shared_gallery_image_id', 'id'];
const parts = ['subscription', 'resource_group', 'image_name', 'image_version'];

/** A gallery image is named by its identifier, or by gallery and place. */
export function galleryProblems(body: Body) {
  return nestedBlocks(body, 'shared_image_gallery').flatMap(({ body: gallery }) => [
    ...lacks(gallery, 'gallery-incomplete', ['gallery_name', 'subscription', 'resource_group', 'image_name']),
    ...onlyOneOf(gallery, 'gallery-several', images),
    ...parts.flatMap((part) => onlyOneOf(gallery, 'gallery-several', ['id', part])),
    ...noImage(gallery),
  ]);
}

function noImage(gallery: Body): readonly Problem<'gallery-none'>[] {
  if (!images.every((name) => isUnset(gallery, name))) return [];
  const at = headOf(gallery);
  return [{ id: 'gallery-none', at, data: { allowed: quoted(images, 'or') } }];
}
