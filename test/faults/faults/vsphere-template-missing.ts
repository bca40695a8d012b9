import { startVcenter, vcenterPassword } from '../../support/vcenter.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** Nobody but a person knows which machine was meant. */
export const fault: Fault = {
  name: 'vsphere-template-missing',
  what: 'the machine to clone does not exist',
  cause: 'platform-object-not-found',
  needs: ['vcenter'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ vcenter }) {
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await startVcenter(vcenter), { template: 'DC0_H0_VM9' }) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
