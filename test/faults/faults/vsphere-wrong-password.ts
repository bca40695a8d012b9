import { startVcenter } from '../../support/vcenter.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** Nobody is asked for another password, so that no account gets locked: a person has to bring it. */
export const fault: Fault = {
  name: 'vsphere-wrong-password',
  what: 'vCenter refuses the password, and no program is set that has another one',
  cause: 'platform-auth-failed',
  needs: ['vcenter'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  async inject({ vcenter }) {
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await startVcenter(vcenter)) },
      env: { [passwordVariable]: 'the-password-of-last-year' },
    };
  },
};
