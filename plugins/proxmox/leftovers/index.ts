export { proxmoxLeftovers } from './proxmox-leftovers.ts';
