import { imageServer } from '../doubles/image-server.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A download that broke off is begun again. */
export const fault: Fault = {
  name: 'iso-download-broken-off',
  what: 'the mirror closes the connection in the middle of the download',
  cause: 'iso-download-failed',
  needs: ['guest'],
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { guest } = ctx;
    const server = await imageServer(ctx, guest.disk, 'breaks off');
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
