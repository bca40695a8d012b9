import type { Target } from 'packer-hybrid';
import type { Image, Registry } from './registry-file.ts';

/** The images of a target, newest first. */
export function imagesOf(registry: Registry, slug: string): readonly Image[] {
  return registry.targets[slug]?.images ?? [];
}

/** The registry with this image as the newest of its target, in place of one that the same run published before. */
export function withImage(registry: Registry, target: Target, image: Image): Registry {
  const others = imagesOf(registry, target.slug).filter(({ run }) => run !== image.run);
  const entry = { id: target.id, platform: target.platform, images: [image, ...others] };
  return { ...registry, targets: { ...registry.targets, [target.slug]: entry } };
}

/** The registry without what a run published of a target: the image of before is the newest again. */
export function withoutImage(registry: Registry, slug: string, run: string): Registry {
  return withImages(
    registry,
    slug,
    imagesOf(registry, slug).filter((image) => image.run !== run),
  );
}

/** The registry with only the newest images of a target. */
export function withNewest(registry: Registry, slug: string, keep: number): Registry {
  return withImages(registry, slug, imagesOf(registry, slug).slice(0, keep));
}

function withImages(registry: Registry, slug: string, images: readonly Image[]): Registry {
  const { [slug]: entry, ...targets } = registry.targets;
  if (entry === undefined || images.length === 0) return { ...registry, targets };
  return { ...registry, targets: { ...targets, [slug]: { ...entry, images: [...images] } } };
}
