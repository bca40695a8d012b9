import type { Fault } from '../fault.ts';
import { onProxmox } from '../templates/proxmox-injection.ts';

/** Whether the name or the certificate is wrong, a person has to say: no check is turned off. */
export const fault: Fault = {
  name: 'proxmox-node-unknown',
  what: 'the proxy of Proxmox does not trust the certificate of the node',
  cause: 'platform-object-not-found',
  needs: [],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: (ctx) =>
    onProxmox(ctx, (call) =>
      call === 'POST /nodes/pve/qemu'
        ? { status: 596, reason: 'tls_process_server_certificate: certificate verify failed' }
        : undefined,
    ),
};
