import type { Denial } from '../doubles/azure-cloud.ts';
import { localSsh } from '../doubles/local-ssh.ts';
import type { Fault } from '../fault.ts';
import { inAzure } from '../templates/azure-injection.ts';

/** Another size is taken where somebody has approved it. */
export const fault: Fault = {
  name: 'azure-no-capacity',
  what: 'Azure has no machine of the size, and another size is approved',
  cause: 'cloud-capacity-unavailable',
  needs: ['program:openssl', 'program:/usr/sbin/sshd', 'root'],
  packers: 'built-in',
  quick: true,
  expects: { action: 'switch-size', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const deny: Denial = (call, body) =>
      /^PUT .*\/deployments\//.test(call) && body.includes('Standard_D2s_v5') ? noCapacity : undefined;
    return {
      ...(await inAzure(ctx, deny, await localSsh(ctx))),
      config: {
        retry: { attempts: 1, wait: 0.2 },
        recovery: { approved: { vm_size: ['Standard_D2s_v4'] } },
      },
    };
  },
};

const noCapacity = {
  status: 409,
  code: 'SkuNotAvailable',
  message:
    "The requested size for resource 'pkrvm' is currently not available in location 'westeurope' zones '' for subscription '33333333-3333-3333-3333-333333333333'. Please try another size or deploy to a different location or zones.",
};
