import { proxmoxNode } from '../doubles/proxmox-node.ts';
import type { Fault } from '../fault.ts';
import { proxmoxBuild, proxmoxEnvironment } from '../templates/proxmox-build.ts';

/** Rights are given by people, never taken. */
export const fault: Fault = {
  name: 'proxmox-permission-denied',
  what: 'the account may log in to Proxmox but make no machine',
  cause: 'platform-permission-denied',
  needs: [],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  async inject(ctx) {
    const node = await proxmoxNode(ctx, (call) =>
      call === 'POST /nodes/pve/qemu'
        ? { status: 403, reason: 'Permission check failed (/vms/101, VM.Allocate)' }
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
