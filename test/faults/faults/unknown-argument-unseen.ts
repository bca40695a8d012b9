import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** What no check has looked at is still told by the build. */
export const fault: Fault = {
  name: 'unknown-argument-unseen',
  what: 'the source has an argument that nobody knows, and the checks are off',
  cause: 'template-unsupported-argument',
  needs: [],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: () => ({
    files: { 'null.pkr.hcl': nullBuild('true').replace('communicator =', 'comunicator =') },
    config: { policy: { gate: 'none' } },
  }),
};
