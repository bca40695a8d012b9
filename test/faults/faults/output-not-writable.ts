import { withReadOnly } from '../doubles/small-disk.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A folder without permission is left to the one who owns it. */
export const fault: Fault = {
  name: 'output-not-writable',
  what: 'the output folder may not be written',
  cause: 'host-path-not-writable',
  needs: ['guest', 'root', 'mounts'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest }) },
    within: withReadOnly('output'),
  }),
};
