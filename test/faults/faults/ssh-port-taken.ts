import { setTimeout as delay } from 'node:timers/promises';
import { takenPort } from '../doubles/taken-port.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** Packer itself waits for a port of its range: nothing has to be done, and nothing is. */
export const fault: Fault = {
  name: 'ssh-port-taken',
  what: 'the only port for SSH is taken for some seconds',
  cause: 'none',
  needs: ['guest'],
  packers: 'each',
  expects: { action: 'none', outcome: 'recovered', exitCode: 0, attempts: 1 },
  async inject(ctx) {
    const { port, free } = await takenPort(ctx);
    const attributes = { ssh_host_port_min: port, ssh_host_port_max: port };
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: ctx.guest }, attributes) },
      makes: ['output/guest/'],
      async during({ event }) {
        await event(/Deleting output directory|Retrieving ISO|Copying hard drive|Converting hard drive/);
        await delay(3_000);
        await free();
      },
    };
  },
};
