import { proxmoxNode } from '../doubles/proxmox-node.ts';
import type { Fault } from '../fault.ts';
import { proxmoxBuild, proxmoxEnvironment } from '../templates/proxmox-build.ts';

/** A node that starts again is there a moment later. */
export const fault: Fault = {
  name: 'proxmox-node-unreachable',
  what: 'Proxmox cannot reach its node during the first attempt',
  cause: 'api-connection-failed',
  needs: [],
  packers: 'built-in',
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const node = await proxmoxNode(ctx, (call, nth) =>
      call === 'POST /nodes/pve/qemu' && nth === 1 ? { status: 595, reason: 'No route to host' } : undefined,
    );
    return {
      files: { 'golden.pkr.hcl': proxmoxBuild(node) },
      env: proxmoxEnvironment,
      check() {
        const left = node.machines().join();
        if (left !== 'golden') throw new Error(`The node has these machines: ${left}`);
      },
    };
  },
};
