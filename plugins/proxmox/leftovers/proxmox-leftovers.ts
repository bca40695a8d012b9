import type { Leftovers } from 'packer-hybrid';
import type { ProxmoxOptions } from '../options.ts';
import { templateMark } from './template-mark.ts';

/** Machines of Proxmox VE bear the mark of their run as a tag, where the template puts it there. */
export function proxmoxLeftovers(options: ProxmoxOptions): Leftovers {
  return {
    mark: templateMark(options),
    // Loaded for `reap` only: a build needs nothing of it.
    find: async (request) => (await import('./find-machines.ts')).findMachines(options, request),
  };
}
