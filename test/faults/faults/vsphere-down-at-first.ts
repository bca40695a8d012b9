import { startVcenter, vcenterPassword } from '../../support/vcenter.ts';
import { tcpDoor } from '../doubles/tcp-door.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** A vCenter that starts again is there a moment later. */
export const fault: Fault = {
  name: 'vsphere-down-at-first',
  what: 'vCenter refuses connections during the first attempt',
  cause: 'api-connection-failed',
  needs: ['vcenter'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const door = await tcpDoor(ctx, (await startVcenter(ctx.vcenter)).host);
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(door) },
      config: { retry: { attempts: 1, wait: 2 } },
      env: { [passwordVariable]: vcenterPassword },
      async during({ event }) {
        await event(/"type":"attempt.finished"/);
        await door.open();
      },
    };
  },
};
