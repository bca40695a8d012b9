export { recoveryPatches } from './recovery-patches.ts';
