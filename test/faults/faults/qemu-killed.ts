import type { Fault } from '../fault.ts';
import { briefScript, qemuBuild } from '../templates/qemu-build.ts';

/** A machine that vanished under its build is no fault of the script. */
export const fault: Fault = {
  name: 'qemu-killed',
  what: 'QEMU is killed while the guest is provisioned',
  cause: 'script-disconnected',
  needs: ['guest'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({
        guest,
        provisioners: briefScript('echo provisioning now', 'sleep 60'),
      }),
    },
    async during(build) {
      await build.event(/provisioning now/);
      for (const pid of build.processes(/^\S*qemu-system/)) process.kill(pid, 'SIGKILL');
    },
  }),
};
