import type { Signature } from '../signature.ts';

export const templateVariableUnset: Signature = {
  cause: 'template-variable-unset',
  class: 'config',
  retryable: false,
  confidence: 0.92,
  place: 'verdict',
  patterns: [/^Error: Unset variable "/, /^Unset variable "/],
  remedy:
    'Give the variable a value: in `templates[].vars` or `varFiles`, in a *.auto.pkrvars.hcl file, or as PKR_VAR_<name>.',
  action: 'none',
};
