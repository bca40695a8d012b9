import { networkBack } from '../doubles/network-back.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A network that comes back lets the build go on. */
export const fault: Fault = {
  name: 'network-cut',
  what: 'the build host has no network during the first attempt',
  cause: 'iso-download-failed',
  needs: ['guest', 'root', 'networks', 'program:nsenter', 'program:ip'],
  packers: 'each',
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { guest } = ctx;
    const url = 'http://127.0.0.1:8642/disk.raw';
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: url } }) },
      makes: ['output/guest/'],
      within: ['unshare', '-n'],
      async during({ event, cli }) {
        await event(/"type":"attempt.finished"/);
        await networkBack(ctx, { pid: cli.pid, file: guest.disk, port: 8642 });
      },
    };
  },
};
