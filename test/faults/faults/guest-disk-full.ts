import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A full disk in the guest stays full. */
export const fault: Fault = {
  name: 'guest-disk-full',
  what: 'a script fills the disk of the guest',
  cause: 'guest-disk-full',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({
        guest,
        provisioners: shellProvisioner(
          'set -e',
          'for n in 1 2 3 4 5 6 7 8 9; do cp /bin/busybox /usr/bin/scp /data/; cp /bin/busybox /data/$n; done',
          'for n in 1 2 3 4 5 6 7 8 9; do cp /bin/busybox /data/1$n; done',
        ),
      }),
    },
  }),
};
