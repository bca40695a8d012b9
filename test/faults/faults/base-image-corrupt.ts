import { createHash } from 'node:crypto';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** Garbage under the name of a disk image cannot be converted, however often it is tried. */
export const fault: Fault = {
  name: 'base-image-corrupt',
  what: 'the local base image is no disk image',
  cause: 'hypervisor-launch-failed',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ guest, workspace }) {
    const garbage = 'QFI\xfb but nothing that follows makes sense';
    await workspace.write({ 'base.qcow2': garbage });
    const diskChecksum = `sha256:${createHash('sha256').update(garbage).digest('hex')}`;
    const disk = workspace.path('base.qcow2');
    return { files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk, diskChecksum } }) } };
  },
};
