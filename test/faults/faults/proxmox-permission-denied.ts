import type { Fault } from '../fault.ts';
import { onProxmox } from '../templates/proxmox-injection.ts';

/** Rights are given by people, never taken. */
export const fault: Fault = {
  name: 'proxmox-permission-denied',
  what: 'the account may log in to Proxmox but make no machine',
  cause: 'platform-permission-denied',
  needs: [],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  inject: (ctx) =>
    onProxmox(ctx, (call) =>
      call === 'POST /nodes/pve/qemu'
        ? { status: 403, reason: 'Permission check failed (/vms/101, VM.Allocate)' }
        : undefined,
    ),
};
