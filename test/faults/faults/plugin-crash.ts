import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A crash is for those who write the plugin: it would happen again. */
export const fault: Fault = {
  name: 'plugin-crash',
  what: 'the process of a provisioner crashes while it works',
  cause: 'plugin-crash',
  needs: [],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: () => ({
    files: { 'null.pkr.hcl': nullBuild('echo working now', 'sleep 30') },
    async during(build) {
      await build.event(/working now/);
      // The runtime of Go answers this signal with the trace of a crash.
      for (const pid of build.processes(/packer-provisioner-shell-local$/)) process.kill(pid, 'SIGABRT');
    },
  }),
};
