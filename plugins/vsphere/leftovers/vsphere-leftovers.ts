import type { Leftovers } from 'packer-hybrid';
import type { VsphereOptions } from '../options.ts';
import { templateMark } from './template-mark.ts';

/** Machines of vSphere bear the mark of their run in their notes, where the template puts it there. */
export function vsphereLeftovers(options: VsphereOptions): Leftovers {
  return {
    mark: templateMark(options),
    // Loaded for `reap` only: a build needs nothing of it.
    find: async (request) => (await import('./find-machines.ts')).findMachines(options, request),
  };
}
