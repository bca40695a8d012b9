import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A folder that is not there is not made by itself. */
export const fault: Fault = {
  name: 'file-upload-failed',
  what: 'a file is uploaded into a folder that the guest does not have',
  cause: 'file-upload-failed',
  needs: ['guest'],
  packers: 'newest',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({
        guest,
        provisioners: 'provisioner "file" {\n  content = "x"\n  destination = "/no/such/folder/x"\n}',
      }),
    },
  }),
};
