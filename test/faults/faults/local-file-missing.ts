import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A script that is not there is not made up. */
export const fault: Fault = {
  name: 'local-file-missing',
  what: 'a script that the template names does not exist',
  cause: 'local-file-missing',
  needs: [],
  packers: 'each',
  quick: true,
  expects: {
    refusedBy: 'packer/validate',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  inject: () => ({
    files: { 'null.pkr.hcl': nullBuild('true').replace(/inline = .*/, 'script = "no-such-script.sh"') },
  }),
};
