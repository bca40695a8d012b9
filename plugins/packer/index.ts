export type { PackerOptions } from './options.ts';
export { packer } from './plugin.ts';
