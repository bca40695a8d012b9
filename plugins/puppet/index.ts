export type { PuppetOptions } from './options.ts';
export { puppet } from './plugin.ts';
