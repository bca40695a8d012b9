import { vcenterPassword } from '../../support/vcenter.ts';
import { guardedVcenter } from '../doubles/vcenter-gate.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** A session that ended under way looks like a refused password, and is dealt with as one. */
export const fault: Fault = {
  name: 'vsphere-session-expired',
  what: 'vCenter ends the session when the machine is to be cloned',
  cause: 'platform-auth-failed',
  needs: ['vcenter', 'program:openssl'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  async inject(ctx) {
    const vcenter = await guardedVcenter(ctx, (call) =>
      call === 'CloneVM_Task' ? 'forget session' : 'pass',
    );
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(vcenter) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
