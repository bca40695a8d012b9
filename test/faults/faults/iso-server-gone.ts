import { imageServer } from '../doubles/image-server.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A mirror that never comes back is handed over when the attempts are spent. */
export const fault: Fault = {
  name: 'iso-server-gone',
  what: 'the mirror of the image answers 503 for good',
  cause: 'iso-download-failed',
  needs: ['guest'],
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  async inject(ctx) {
    const { guest } = ctx;
    const server = await imageServer(ctx, guest.disk, 'unavailable');
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: server.url } }) },
      check: () => {
        if (server.downloads > 8) throw new Error(`The image was asked for ${server.downloads} times.`);
      },
    };
  },
};
