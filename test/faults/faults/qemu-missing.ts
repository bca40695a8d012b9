import { join } from 'node:path';
import { pathWithout } from '../doubles/path-without.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A program that is not installed is installed by a person. */
export const fault: Fault = {
  name: 'qemu-missing',
  what: 'QEMU is not on the PATH',
  cause: 'host-tool-missing',
  needs: ['guest'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ guest, outside, packer }) {
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest }) },
      config: { policy: { gate: 'none' } },
      env: { PATH: await pathWithout(/^qemu/, { folder: join(outside, 'bin'), packer }) },
    };
  },
};
