import { startVcenter, vcenterPassword } from '../../support/vcenter.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** A name that is not there will not be there next time. */
export const fault: Fault = {
  name: 'vsphere-datastore-missing',
  what: 'the template names a datastore that vCenter does not have',
  cause: 'platform-object-not-found',
  needs: ['vcenter'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ vcenter }) {
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await startVcenter(vcenter), { datastore: 'LocalDS_9' }) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
