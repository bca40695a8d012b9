export { type BooterSources, qemuBooter } from './booter.ts';
