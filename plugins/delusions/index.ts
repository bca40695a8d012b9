export { delusions } from './plugin.ts';
