import { join } from 'node:path';
import type { BaseContext, BaseImage } from './base-image.ts';
import { homeOf, readEntry } from './cache.ts';
import { type CloudImageOptions, cloudBase, cloudRecipe } from './cloud-base.ts';
import { debianBase } from './debian-base.ts';
import { type DebianOptions, hashOf, recipeOf } from './recipe.ts';

/** The ways to a base image. */
export type BaseSource =
  | ({ readonly kind: 'debian' } & DebianOptions)
  | ({ readonly kind: 'cloud-image' } & CloudImageOptions);

/** Gives the base image of a source, from the cache when it was made before. */
export async function makeBase(source: BaseSource, context: BaseContext): Promise<BaseImage> {
  return source.kind === 'debian' ? debianBase(source, context) : cloudBase(source, context);
}

/** What decides how a base comes out: equal hashes mean the same base. Makes nothing. */
export async function baseHash(source: BaseSource): Promise<string> {
  return hashOf(source.kind === 'debian' ? await recipeOf(source) : cloudRecipe(source));
}

/** A base that was made before, or undefined. */
export async function madeBase(source: BaseSource, folder: string): Promise<BaseImage | undefined> {
  return readEntry(homeOf(folder, await baseHash(source)));
}

/** Where bases lie below the cache of a workspace. */
export function basesFolder(cache: string): string {
  return join(cache, 'qemu', 'bases');
}
