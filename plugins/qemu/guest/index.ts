export { type BootedGuest, type BootOptions, bootDisk } from './boot-disk.ts';
export type { Login } from './login.ts';
export type { GuestMachine } from './qemu-args.ts';
