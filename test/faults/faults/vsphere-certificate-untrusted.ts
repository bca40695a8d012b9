import { startVcenter, vcenterPassword } from '../../support/vcenter.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** A certificate that cannot be trusted is never accepted: the password would go to a stranger. */
export const fault: Fault = {
  name: 'vsphere-certificate-untrusted',
  what: 'nobody vouches for the certificate of vCenter',
  cause: 'tls-untrusted-ca',
  needs: ['vcenter'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  async inject({ vcenter }) {
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await startVcenter(vcenter), { insecure_connection: false }) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
