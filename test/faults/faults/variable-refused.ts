import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** What the author of a template forbids is refused with the author's own words. */
export const fault: Fault = {
  name: 'variable-refused',
  what: 'a variable has a value that its validation block refuses',
  cause: 'template-invalid-value',
  needs: [],
  packers: 'each',
  quick: true,
  expects: { refusedBy: 'packer/validate', action: 'none', outcome: 'escalated', exitCode: 1, attempts: 0 },
  inject: () => ({
    files: {
      'null.pkr.hcl': `${flavour}${nullBuild(`echo \${var.flavour}`)}`,
      'null.auto.pkrvars.hcl': 'flavour = "sweet"\n',
    },
  }),
};

const flavour = `
variable "flavour" {
  type = string

  validation {
    condition     = contains(["sour", "salty"], var.flavour)
    error_message = "The flavour must be sour or salty."
  }
}
`;
