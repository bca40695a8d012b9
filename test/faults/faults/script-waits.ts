import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A script that waits for an answer waits for ever: it is ended where that is allowed. */
export const fault: Fault = {
  name: 'script-waits',
  what: 'a script waits for input that never comes, and stalled builds are ended',
  cause: 'unknown',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 2, attempts: 1 },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest, provisioners: shellProvisioner('sleep 600') }) },
    config: { recovery: { stall: { minutes: 0.2, factor: 1, abort: true } } },
  }),
};
