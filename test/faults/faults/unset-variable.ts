import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A value that nobody has given is not invented. */
export const fault: Fault = {
  name: 'unset-variable',
  what: 'a variable without a default has no value',
  cause: 'template-variable-unset',
  needs: [],
  packers: 'each',
  quick: true,
  expects: {
    refusedBy: 'packer/validate',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  inject: () => ({
    files: {
      'null.pkr.hcl': `variable "flavour" {\n  type = string\n}\n${nullBuild(`echo \${var.flavour}`)}`,
    },
  }),
};
