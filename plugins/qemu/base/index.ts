export type { BaseContext, BaseImage } from './base-image.ts';
export { type CloudImageOptions, cloudBase } from './cloud-base.ts';
export { debianBase } from './debian-base.ts';
export { type BaseSource, makeBase } from './make-base.ts';
export type { DebianOptions } from './recipe.ts';
