import { imageServer } from '../doubles/image-server.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** An image that is gone stays gone: another one is chosen by a person. */
export const fault: Fault = {
  name: 'iso-url-missing',
  what: 'the address of the image answers 404',
  cause: 'iso-not-found',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const { guest } = ctx;
    const server = await imageServer(ctx, guest.disk, 'missing');
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: server.url } }) },
      check: () => {
        if (server.downloads > 1) throw new Error(`The image was asked for ${server.downloads} times.`);
      },
    };
  },
};
