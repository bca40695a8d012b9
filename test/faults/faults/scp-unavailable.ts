import type { Fault } from '../fault.ts';
import { briefScript, qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A transfer method that the guest does not offer will not be there next time. */
export const fault: Fault = {
  name: 'scp-unavailable',
  what: 'the guest has no scp any more after the first script',
  cause: 'scp-sftp-unavailable',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({
        guest,
        provisioners: shellProvisioner('rm /usr/bin/scp') + briefScript('true'),
      }),
    },
  }),
};
