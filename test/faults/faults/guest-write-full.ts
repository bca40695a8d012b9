import { inSmallDisk } from '../doubles/small-disk.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A virtual disk that cannot grow stops the guest: the host has no room for it. */
export const fault: Fault = {
  name: 'guest-write-full',
  what: 'the disk of the build host fills up while the guest writes, and stalled builds are ended',
  cause: 'build-stalled',
  needs: ['guest', 'root', 'mounts'],
  expects: { action: 'retry', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild(
        {
          guest,
          provisioners: shellProvisioner(
            'dd if=/dev/urandom of=/data/x bs=1M count=12 && sync && dd if=/dev/vda of=/dev/null bs=1M',
          ),
        },
        { ssh_timeout: '20s' },
      ),
    },
    config: { recovery: { stall: { minutes: 0.2, factor: 1, abort: true } } },
    within: inSmallDisk('output', '4m'),
  }),
};
