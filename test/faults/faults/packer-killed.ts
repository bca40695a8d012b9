import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A Packer that somebody killed says nothing: its machine is ended, and a person has to look. */
export const fault: Fault = {
  name: 'packer-killed',
  what: 'Packer is killed while it provisions',
  cause: 'unknown',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({
        guest,
        provisioners: shellProvisioner('echo provisioning now', 'sleep 60'),
      }),
    },
    async during(build) {
      await build.event(/provisioning now/);
      for (const pid of build.processes(/packer build/)) process.kill(pid, 'SIGKILL');
    },
  }),
};
