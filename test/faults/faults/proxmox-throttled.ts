import type { Fault } from '../fault.ts';
import { onProxmox } from '../templates/proxmox-injection.ts';

/** Who is asked to wait waits. */
export const fault: Fault = {
  name: 'proxmox-throttled',
  what: 'a proxy before Proxmox lets nobody through for a second',
  cause: 'api-throttled',
  needs: [],
  packers: 'built-in',
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: (ctx) =>
    onProxmox(
      ctx,
      (call, nth) =>
        call === 'POST /nodes/pve/qemu' && nth === 1
          ? { status: 429, reason: 'Too Many Requests', headers: { 'retry-after': '1' } }
          : undefined,
      'golden',
    ),
};
