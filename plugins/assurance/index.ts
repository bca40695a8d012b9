export { assurance } from './plugin.ts';
