import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What stands in the output folder and is not ours stays, whatever is built. */
export const fault: Fault = {
  name: 'output-exists-foreign',
  what: 'the output folder holds an image of somebody else',
  cause: 'output-exists',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: { 'output/guest/guest.qcow2': 'an image of somebody else', 'guest.pkr.hcl': qemuBuild({ guest }) },
  }),
};
