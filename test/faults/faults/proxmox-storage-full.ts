import type { Fault } from '../fault.ts';
import { onProxmox } from '../templates/proxmox-injection.ts';

/** What lies on a storage is never deleted to make room. */
export const fault: Fault = {
  name: 'proxmox-storage-full',
  what: 'the storage has no room for the disk',
  cause: 'storage-full',
  needs: [],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: (ctx) =>
    onProxmox(ctx, (call) =>
      call === 'POST /nodes/pve/qemu'
        ? 'unable to create VM 101 - lvcreate error: Volume group "pve" has insufficient free space (0 extents): 1024 required.'
        : undefined,
    ),
};
