import { takenPort } from '../doubles/taken-port.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A port range that others have taken is free again when they are done. */
export const fault: Fault = {
  name: 'ssh-port-taken',
  what: 'every port for SSH is taken during the first attempt',
  cause: 'port-in-use',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const { port } = await takenPort(ctx);
    const attributes = { ssh_host_port_min: port, ssh_host_port_max: port };
    return { files: { 'guest.pkr.hcl': qemuBuild({ guest: ctx.guest }, attributes) } };
  },
};
