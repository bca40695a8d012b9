import { vcenterPassword } from '../../support/vcenter.ts';
import { guardedVcenter } from '../doubles/vcenter-gate.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** Too many calls are fewer a moment later. */
export const fault: Fault = {
  name: 'vsphere-throttled',
  what: 'the gateway of vCenter answers 429 when the machine is to be cloned for the first time',
  cause: 'api-throttled',
  needs: ['vcenter', 'program:openssl'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const vcenter = await guardedVcenter(ctx, (call, nth) =>
      call === 'CloneVM_Task' && nth === 1 ? { retryAfter: 1 } : 'pass',
    );
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(vcenter) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
