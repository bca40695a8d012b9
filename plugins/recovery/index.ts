export { recovery } from './plugin.ts';
