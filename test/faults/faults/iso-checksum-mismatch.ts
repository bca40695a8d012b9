import { imageServer } from '../doubles/image-server.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** An image that differs twice from its checksum has changed: nobody but a person may accept that. */
export const fault: Fault = {
  name: 'iso-checksum-mismatch',
  what: 'every download of the image differs from its checksum',
  cause: 'iso-checksum-mismatch',
  needs: ['guest'],
  expects: { action: 'purge-cache', outcome: 'escalated', exitCode: 3, attempts: 2, lasting: true },
  async inject(ctx) {
    const { guest } = ctx;
    const server = await imageServer(ctx, guest.disk, 'corrupt');
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: server.url } }) },
      check: () => {
        if (server.downloads > 2) throw new Error(`The image was asked for ${server.downloads} times.`);
      },
    };
  },
};
