import { vcenterPassword } from '../../support/vcenter.ts';
import { tcpDoor } from '../doubles/tcp-door.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** What stays away is told as a failure that may go away later. */
export const fault: Fault = {
  name: 'vsphere-down-for-good',
  what: 'nothing listens where vCenter should be',
  cause: 'api-connection-failed',
  needs: ['vcenter'],
  packers: 'each',
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  async inject(ctx) {
    const door = await tcpDoor(ctx, '127.0.0.1:9');
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(door) },
      env: { [passwordVariable]: vcenterPassword },
    };
  },
};
