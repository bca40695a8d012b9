import { azureCloud } from '../doubles/azure-cloud.ts';
import type { Fault } from '../fault.ts';
import { azureBuild, azureEnvironment } from '../templates/azure-build.ts';

/** No size is taken that nobody has approved: it may cost more than anybody wants to pay. */
export const fault: Fault = {
  name: 'azure-no-capacity-unapproved',
  what: 'Azure has no machine of the size, and no other size is approved',
  cause: 'cloud-capacity-unavailable',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 2, attempts: 1, lasting: true },
  async inject(ctx) {
    const azure = await azureCloud(ctx, (call) =>
      /^PUT .*\/deployments\//.test(call) ? noCapacity : undefined,
    );
    return {
      files: { 'golden.pkr.hcl': azureBuild() },
      env: { ...azure.env, ...azureEnvironment },
      check() {
        if (azure.groups.size > 0) throw new Error(`Resource groups are left: ${[...azure.groups]}`);
      },
    };
  },
};

const noCapacity = {
  status: 409,
  code: 'AllocationFailed',
  message: 'Allocation failed. We do not have sufficient capacity for the requested VM size in this region.',
};
