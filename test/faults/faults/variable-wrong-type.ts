import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A value that is not of the variable's type is for its author to correct. */
export const fault: Fault = {
  name: 'variable-wrong-type',
  what: 'a variable that takes a number is given a word',
  cause: 'template-invalid-value',
  needs: [],
  packers: 'each',
  quick: true,
  expects: { refusedBy: 'packer/validate', action: 'none', outcome: 'escalated', exitCode: 1, attempts: 0 },
  inject: () => ({
    files: {
      'null.pkr.hcl': `variable "size" {\n  type = number\n}\n${nullBuild(`echo \${var.size}`)}`,
      'null.auto.pkrvars.hcl': 'size = "large"\n',
    },
  }),
};
