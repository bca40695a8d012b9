import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A script that cuts its own connection has to say so. */
export const fault: Fault = {
  name: 'script-reboots',
  what: 'a script reboots the guest without a word to Packer',
  cause: 'script-disconnected',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest, provisioners: shellProvisioner('reboot -f') }) },
  }),
};
