import { takenPort } from '../doubles/taken-port.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** Two targets with one port take turns or get another one: no build takes the machine of the other. */
export const fault: Fault = {
  name: 'ports-shared',
  what: 'two targets at once want the same port for SSH',
  cause: 'none',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'recovered', exitCode: 0, attempts: 1 },
  async inject(ctx) {
    const { port, free } = await takenPort(ctx);
    await free();
    const attributes = { ssh_host_port_min: port, ssh_host_port_max: port + 1 };
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: ctx.guest, sources: ['a', 'b'] }, attributes) },
      config: { concurrency: { total: 2 } },
      makes: ['output/a/', 'output/b/'],
    };
  },
};
