import { proxmoxNode } from '../doubles/proxmox-node.ts';
import type { Fault } from '../fault.ts';
import { proxmoxBuild, proxmoxEnvironment } from '../templates/proxmox-build.ts';

/** Whether the name or the certificate is wrong, a person has to say: no check is turned off. */
export const fault: Fault = {
  name: 'proxmox-node-unknown',
  what: 'the proxy of Proxmox does not trust the certificate of the node',
  cause: 'platform-object-not-found',
  needs: [],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const node = await proxmoxNode(ctx, (call) =>
      call === 'POST /nodes/pve/qemu'
        ? { status: 596, reason: 'tls_process_server_certificate: certificate verify failed' }
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
