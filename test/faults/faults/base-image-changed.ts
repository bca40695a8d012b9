import { appendFile, copyFile } from 'node:fs/promises';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A local image that differs from its checksum is the user's: it is neither removed nor fetched. */
export const fault: Fault = {
  name: 'base-image-changed',
  what: 'the local base image differs from its checksum',
  cause: 'iso-checksum-mismatch',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  async inject({ guest, workspace }) {
    await copyFile(guest.disk, workspace.path('base.raw'));
    await appendFile(workspace.path('base.raw'), 'somebody appended this');
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: workspace.path('base.raw') } }) },
    };
  },
};
