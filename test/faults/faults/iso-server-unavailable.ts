import { imageServer } from '../doubles/image-server.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A mirror that is busy for a moment has the image a moment later. */
export const fault: Fault = {
  name: 'iso-server-unavailable',
  what: 'the mirror of the image answers 503 during the first attempt',
  cause: 'iso-download-failed',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { guest } = ctx;
    const server = await imageServer(ctx, guest.disk, 'unavailable');
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: server.url } }) },
      makes: ['output/guest/'],
      async during({ event }) {
        await event(/"type":"attempt.finished"/);
        server.become('good');
      },
    };
  },
};
