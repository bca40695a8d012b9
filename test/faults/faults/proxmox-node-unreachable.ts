import type { Fault } from '../fault.ts';
import { onProxmox } from '../templates/proxmox-injection.ts';

/** A node that starts again is there a moment later. */
export const fault: Fault = {
  name: 'proxmox-node-unreachable',
  what: 'Proxmox cannot reach its node during the first attempt',
  cause: 'api-connection-failed',
  needs: [],
  packers: 'built-in',
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: (ctx) =>
    onProxmox(
      ctx,
      (call, nth) =>
        call === 'POST /nodes/pve/qemu' && nth === 1
          ? { status: 595, reason: 'No route to host' }
          : undefined,
      'golden',
    ),
};
