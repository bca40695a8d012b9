import { proxmoxNode } from '../doubles/proxmox-node.ts';
import type { Fault } from '../fault.ts';
import { proxmoxBuild, proxmoxEnvironment } from '../templates/proxmox-build.ts';

/** Who is asked to wait waits. */
export const fault: Fault = {
  name: 'proxmox-throttled',
  what: 'a proxy before Proxmox lets nobody through for a second',
  cause: 'api-throttled',
  needs: [],
  packers: 'built-in',
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const node = await proxmoxNode(ctx, (call, nth) =>
      call === 'POST /nodes/pve/qemu' && nth === 1
        ? { status: 429, reason: 'Too Many Requests', headers: { 'retry-after': '1' } }
        : undefined,
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
