import { proxmoxNode } from '../doubles/proxmox-node.ts';
import type { Fault } from '../fault.ts';
import { proxmoxBuild, proxmoxEnvironment } from '../templates/proxmox-build.ts';

/** What lies on a storage is never deleted to make room. */
export const fault: Fault = {
  name: 'proxmox-storage-full',
  what: 'the storage has no room for the disk',
  cause: 'storage-full',
  needs: [],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const node = await proxmoxNode(ctx, (call) =>
      call === 'POST /nodes/pve/qemu'
        ? 'unable to create VM 101 - lvcreate error: Volume group "pve" has insufficient free space (0 extents): 1024 required.'
        : undefined,
    );
    return {
      files: { 'golden.pkr.hcl': proxmoxBuild(node) },
      env: proxmoxEnvironment,
      check() {
        const left = node.machines().join();
        if (left !== '') throw new Error(`The node has these machines: ${left}`);
      },
    };
  },
};
