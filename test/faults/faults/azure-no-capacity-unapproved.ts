import type { Fault } from '../fault.ts';
import { inAzure } from '../templates/azure-injection.ts';

/** No size is taken that nobody has approved: it may cost more than anybody wants to pay. */
export const fault: Fault = {
  name: 'azure-no-capacity-unapproved',
  what: 'Azure has no machine of the size, and no other size is approved',
  cause: 'cloud-capacity-unavailable',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 2, attempts: 1, lasting: true },
  inject: (ctx) => inAzure(ctx, (call) => (/^PUT .*\/deployments\//.test(call) ? noCapacity : undefined)),
};

const noCapacity = {
  status: 409,
  code: 'AllocationFailed',
  message: 'Allocation failed. We do not have sufficient capacity for the requested VM size in this region.',
};
