export { registry } from './plugin.ts';
