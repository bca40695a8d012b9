import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** What another Packer has to build is refused before anything begins. */
export const fault: Fault = {
  name: 'packer-too-old',
  what: 'the template asks for a newer Packer than is installed',
  cause: 'version-incompatible',
  needs: [],
  packers: 'each',
  quick: true,
  expects: { refusedBy: 'packer/validate', action: 'none', outcome: 'escalated', exitCode: 1, attempts: 0 },
  inject: () => ({
    files: { 'null.pkr.hcl': `packer {\n  required_version = ">= 99.0.0"\n}\n${nullBuild('true')}` },
  }),
};
