import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** A script that waits for an answer waits for ever: where that is set, it is ended, tried once more, and handed over. */
export const fault: Fault = {
  name: 'script-waits',
  what: 'a script waits for input that never comes, and stalled builds are ended',
  cause: 'build-stalled',
  needs: ['guest'],
  expects: { action: 'retry', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest, provisioners: shellProvisioner('sleep 600') }) },
    config: { recovery: { stall: { minutes: 0.2, factor: 1, abort: true } } },
  }),
};
