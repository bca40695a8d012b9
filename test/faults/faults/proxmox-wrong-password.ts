import type { Fault } from '../fault.ts';
import { onProxmox } from '../templates/proxmox-injection.ts';

/** A password that was refused is not sent again. */
export const fault: Fault = {
  name: 'proxmox-wrong-password',
  what: 'Proxmox refuses the password',
  cause: 'platform-auth-failed',
  needs: [],
  packers: 'built-in',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  inject: (ctx) =>
    onProxmox(ctx, (call) =>
      call === 'POST /access/ticket' ? { status: 401, reason: 'authentication failure' } : undefined,
    ),
};
