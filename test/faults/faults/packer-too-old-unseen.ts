import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** No constraint on versions is edited, even where no check keeps the build from beginning. */
export const fault: Fault = {
  name: 'packer-too-old-unseen',
  what: 'the template asks for a newer Packer than is installed, and the checks are off',
  cause: 'version-incompatible',
  needs: [],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: () => ({
    files: { 'null.pkr.hcl': `packer {\n  required_version = ">= 99.0.0"\n}\n${nullBuild('true')}` },
    config: { policy: { gate: 'none' } },
  }),
};
