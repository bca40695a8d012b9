export { recovery } from './plugin.ts';
export { causes } from './signatures/causes/all.ts';
export { withChange } from './template-change.ts';
