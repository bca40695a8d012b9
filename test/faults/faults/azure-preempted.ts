import type { Denial } from '../doubles/azure-cloud.ts';
import { localSsh } from '../doubles/local-ssh.ts';
import type { Fault } from '../fault.ts';
import { inAzure } from '../templates/azure-injection.ts';

/** What the platform broke off on its own side is asked for once more. */
export const fault: Fault = {
  name: 'azure-preempted',
  what: 'Azure breaks the deployment off for another operation during the first attempt',
  cause: 'cloud-transient-error',
  needs: ['program:openssl', 'program:/usr/sbin/sshd', 'root'],
  packers: 'built-in',
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    let first: string | undefined;
    const deny: Denial = (call) => {
      const [, group] = /^PUT .*\/resourcegroups\/([^/]+)\/.*\/deployments\//i.exec(call) ?? [];
      first ??= group;
      return group !== undefined && group === first ? preempted : undefined;
    };
    return inAzure(ctx, deny, await localSsh(ctx));
  },
};

const preempted = {
  status: 409,
  code: 'OperationPreempted',
  message: 'Operation execution has been preempted by a more recent operation.',
};
