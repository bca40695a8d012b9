export type { ProxmoxOptions } from './options.ts';
export { proxmox } from './plugin.ts';
