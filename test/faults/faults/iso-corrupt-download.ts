import { imageServer } from '../doubles/image-server.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What was damaged on the way is thrown away and fetched once more, against the same checksum. */
export const fault: Fault = {
  name: 'iso-corrupt-download',
  what: 'the first download of the image is damaged',
  cause: 'iso-checksum-mismatch',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'purge-cache', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { guest } = ctx;
    const server = await imageServer(ctx, guest.disk, 'corrupt');
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
