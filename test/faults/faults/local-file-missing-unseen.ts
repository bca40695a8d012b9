import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** What no check has looked at is still told by the build. */
export const fault: Fault = {
  name: 'local-file-missing-unseen',
  what: 'a script that the template names does not exist, and the checks are off',
  cause: 'local-file-missing',
  needs: [],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: () => ({
    files: { 'null.pkr.hcl': nullBuild('true').replace(/inline = .*/, 'script = "no-such-script.sh"') },
    config: { policy: { gate: 'none' } },
  }),
};
