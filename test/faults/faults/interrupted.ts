import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** Ctrl-C is no failure: the machine is removed and nothing is tried again. */
export const fault: Fault = {
  name: 'interrupted',
  what: 'a person presses Ctrl-C while the guest is provisioned',
  cause: 'user-cancelled',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'interrupted', exitCode: 130, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({
        guest,
        provisioners: shellProvisioner('echo provisioning now', 'sleep 60'),
      }),
    },
    async during(build) {
      await build.event(/provisioning now/);
      build.cli.signal('SIGINT');
    },
  }),
};
