export type { VsphereOptions } from './options.ts';
export { vsphere } from './plugin.ts';
