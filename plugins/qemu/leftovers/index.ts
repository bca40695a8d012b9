export { qemuLeftovers } from './qemu-leftovers.ts';
