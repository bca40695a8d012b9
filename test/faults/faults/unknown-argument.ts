import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** An argument that this Packer does not know is corrected by a person, not left out. */
export const fault: Fault = {
  name: 'unknown-argument',
  what: 'the source has an argument that nobody knows',
  cause: 'template-unsupported-argument',
  needs: [],
  packers: 'each',
  quick: true,
  expects: {
    refusedBy: 'syntax/unknown-attribute',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  inject: () => ({
    files: { 'null.pkr.hcl': nullBuild('true').replace('communicator =', 'comunicator =') },
  }),
};
