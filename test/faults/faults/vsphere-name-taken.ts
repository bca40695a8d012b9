import { startVcenter, vcenterPassword } from '../../support/vcenter.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** The machine of that name belongs to somebody: it is never replaced. */
export const fault: Fault = {
  name: 'vsphere-name-taken',
  what: 'a machine of the name that the image shall get is there already',
  cause: 'artifact-already-exists',
  needs: ['vcenter'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ vcenter }) {
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await startVcenter(vcenter), { vm_name: 'DC0_H0_VM1' }) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
