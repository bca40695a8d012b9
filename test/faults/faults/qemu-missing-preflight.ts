import { join } from 'node:path';
import { pathWithout } from '../doubles/path-without.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What is missing is said before the build begins. */
export const fault: Fault = {
  name: 'qemu-missing-preflight',
  what: 'QEMU is not on the PATH, and the checks are on',
  cause: 'host-tool-missing',
  needs: ['guest'],
  quick: true,
  expects: {
    refusedBy: 'toolchain/qemu-system-x86-64',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  async inject({ guest, outside, packer }) {
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest }) },
      env: { PATH: await pathWithout(/^qemu/, { folder: join(outside, 'bin'), packer }) },
    };
  },
};
