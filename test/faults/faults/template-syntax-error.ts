import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A template that Packer cannot read is refused before anything begins. */
export const fault: Fault = {
  name: 'template-syntax-error',
  what: 'a brace of the template is never closed',
  cause: 'template-syntax-error',
  needs: [],
  packers: 'each',
  quick: true,
  expects: {
    refusedBy: 'syntax/parse-error',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  inject: () => ({ files: { 'null.pkr.hcl': nullBuild('true').replace(/}\s*$/, '') } }),
};
