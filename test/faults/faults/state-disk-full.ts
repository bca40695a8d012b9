import { inSmallDisk } from '../doubles/small-disk.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** What could not be written down is not begun: nobody could clean up after it. */
export const fault: Fault = {
  name: 'state-disk-full',
  what: 'the disk of the state folder is full',
  cause: 'host-disk-full',
  needs: ['root', 'mounts'],
  packers: 'each',
  expects: {
    refusedBy: 'PH_WORKSPACE_READONLY',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  inject: () => ({
    files: { 'null.pkr.hcl': nullBuild('true') },
    within: inSmallDisk('state', '4k'),
  }),
};
