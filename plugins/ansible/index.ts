export type { AnsibleOptions } from './options.ts';
export { ansible } from './plugin.ts';
