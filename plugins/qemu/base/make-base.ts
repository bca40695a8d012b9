import type { BaseContext, BaseImage } from './base-image.ts';
import { type CloudImageOptions, cloudBase } from './cloud-base.ts';
import { debianBase } from './debian-base.ts';
import type { DebianOptions } from './recipe.ts';

/** The ways to a base image. */
export type BaseSource =
  | ({ readonly kind: 'debian' } & DebianOptions)
  | ({ readonly kind: 'cloud-image' } & CloudImageOptions);

/** Gives the base image of a source, from the cache when it was made before. */
export async function makeBase(source: BaseSource, context: BaseContext): Promise<BaseImage> {
  return source.kind === 'debian' ? debianBase(source, context) : cloudBase(source, context);
}
