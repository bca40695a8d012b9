import { killedRun } from '../doubles/killed-run.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild, shellProvisioner } from '../templates/qemu-build.ts';

/** What a killed run provably left is removed, with what it left alive, and the build begins anew. */
export const fault: Fault = {
  name: 'output-left-by-killed-run',
  what: 'an earlier run was killed, and its machine still writes to the output folder',
  cause: 'output-exists',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'remove-leftovers', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { guest } = ctx;
    const { reap } = await killedRun(
      ctx,
      qemuBuild({ guest, provisioners: shellProvisioner('echo provisioning now', 'sleep 300') }),
    );
    return { files: { 'guest.pkr.hcl': qemuBuild({ guest }) }, makes: ['output/guest/'], check: reap };
  },
};
