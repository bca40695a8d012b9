export { toolchain } from './plugin.ts';
