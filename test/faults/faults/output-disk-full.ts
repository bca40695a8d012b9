import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checksumOf } from '../doubles/checksum-of.ts';
import { inSmallDisk } from '../doubles/small-disk.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A disk that is full is freed by a person: nothing is removed by itself. */
export const fault: Fault = {
  name: 'output-disk-full',
  what: 'the disk of the output folder is full on the build host',
  cause: 'host-disk-full',
  needs: ['guest', 'root', 'mounts'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ guest, outside }) {
    const disk = join(outside, 'base.raw');
    await writeFile(disk, randomBytes(8 * 1024 * 1024));
    return {
      files: {
        'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk, diskChecksum: await checksumOf(disk) } }),
      },
      within: inSmallDisk('output', '4m'),
    };
  },
};
