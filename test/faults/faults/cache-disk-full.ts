import { imageServer } from '../doubles/image-server.ts';
import { inSmallDisk } from '../doubles/small-disk.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A disk that is full is freed by a person: nothing is removed by itself. */
export const fault: Fault = {
  name: 'cache-disk-full',
  what: 'the disk of the download cache is full on the build host',
  cause: 'host-disk-full',
  needs: ['guest', 'root', 'mounts'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const { guest } = ctx;
    const { url } = await imageServer(ctx, guest.disk, 'good');
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: url } }) },
      within: inSmallDisk('.packer-hybrid', '4m'),
    };
  },
};
