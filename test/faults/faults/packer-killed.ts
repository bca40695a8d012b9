import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A killed Packer could not remove its machine: what it left is removed, and the image is built once more. */
export const fault: Fault = {
  name: 'packer-killed',
  what: 'Packer is killed while it provisions',
  cause: 'packer-killed',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: {
    action: 'retry-backoff',
    also: ['remove-leftovers'],
    outcome: 'recovered',
    exitCode: 0,
    attempts: 2,
  },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({
        guest,
        provisioners: shellProvisioner('echo provisioning now', 'sleep 12'),
      }),
    },
    makes: ['output/guest/'],
    async during(build) {
      await build.event(/provisioning now/);
      for (const pid of build.processes(/packer build/)) process.kill(pid, 'SIGKILL');
    },
  }),
};
