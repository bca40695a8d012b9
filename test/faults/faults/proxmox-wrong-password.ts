import { proxmoxNode } from '../doubles/proxmox-node.ts';
import type { Fault } from '../fault.ts';
import { proxmoxBuild, proxmoxEnvironment } from '../templates/proxmox-build.ts';

/** A password that was refused is not sent again. */
export const fault: Fault = {
  name: 'proxmox-wrong-password',
  what: 'Proxmox refuses the password',
  cause: 'platform-auth-failed',
  needs: [],
  packers: 'built-in',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  async inject(ctx) {
    const node = await proxmoxNode(ctx, (call) =>
      call === 'POST /access/ticket' ? { status: 401, reason: 'authentication failure' } : undefined,
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
