import { qemuTemplate, shellProvisioner } from '../../support/qemu-template.ts';
import type { Fault } from '../fault.ts';

/** A script that fails fails again: somebody has to read it. */
export const fault: Fault = {
  name: 'script-error',
  what: 'a script in the guest ends with 7',
  cause: 'script-failed',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuTemplate({
        guest,
        provisioners: shellProvisioner('echo no such flavour', 'exit 7'),
      }),
    },
  }),
};
