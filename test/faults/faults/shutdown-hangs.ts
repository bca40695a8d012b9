import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A guest that does not power off is no finished image. */
export const fault: Fault = {
  name: 'shutdown-hangs',
  what: 'the guest does not power off',
  cause: 'shutdown-timeout',
  needs: ['guest'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({ guest }, { shutdown_command: 'sleep 100 &', shutdown_timeout: '4s' }),
    },
  }),
};
