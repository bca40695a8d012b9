export type { AzureOptions } from './options.ts';
export { azure } from './plugin.ts';
