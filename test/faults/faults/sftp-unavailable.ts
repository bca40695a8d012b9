import type { Fault } from '../fault.ts';
import { briefScript, qemuBuild } from '../templates/qemu-build.ts';

/** A transfer method that the guest does not offer will not be there next time. */
export const fault: Fault = {
  name: 'sftp-unavailable',
  what: 'files are to be sent by sftp, which the guest does not offer',
  cause: 'scp-sftp-unavailable',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild(
        { guest, provisioners: briefScript('true') },
        { ssh_file_transfer_method: 'sftp' },
      ),
    },
  }),
};
