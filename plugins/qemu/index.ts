export { qemu } from './plugin.ts';
