export { HybridError, isHybridError } from './errors/index.ts';
export type * from './language/index.ts';
export * from './plugin/index.ts';
export * from './preflight/index.ts';
export type * from './schema/index.ts';
