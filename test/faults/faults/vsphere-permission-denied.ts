import { vcenterPassword } from '../../support/vcenter.ts';
import { guardedVcenter } from '../doubles/vcenter-gate.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** Rights are given by people, never taken. */
export const fault: Fault = {
  name: 'vsphere-permission-denied',
  what: 'the account may look at vCenter but clone nothing',
  cause: 'platform-permission-denied',
  needs: ['vcenter', 'program:openssl'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  async inject(ctx) {
    const vcenter = await guardedVcenter(ctx, (call) =>
      call === 'CloneVM_Task' ? { fault: 'NoPermission' } : 'pass',
    );
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(vcenter) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
