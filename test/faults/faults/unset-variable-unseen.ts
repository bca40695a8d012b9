import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** What no check has looked at is still told by the build. */
export const fault: Fault = {
  name: 'unset-variable-unseen',
  what: 'a variable without a default has no value, and the checks are off',
  cause: 'template-variable-unset',
  needs: [],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: () => ({
    files: {
      'null.pkr.hcl': `variable "flavour" {\n  type = string\n}\n${nullBuild(`echo \${var.flavour}`)}`,
    },
    config: { policy: { gate: 'none' } },
  }),
};
