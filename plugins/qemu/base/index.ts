export type { BaseContext, BaseImage } from './base-image.ts';
export { type BaseSource, baseHash, basesFolder, madeBase, makeBase } from './make-base.ts';
export { makeKey } from './make-key.ts';
export { makeSeed } from './seed.ts';
