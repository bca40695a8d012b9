import type { Fault } from '../fault.ts';
import { onProxmox } from '../templates/proxmox-injection.ts';

/** A lock is gone when the task that holds it has ended. */
export const fault: Fault = {
  name: 'proxmox-machine-locked',
  what: 'another task of Proxmox holds the lock of the machine during the first attempt',
  cause: 'platform-object-locked',
  needs: [],
  packers: 'built-in',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: (ctx) =>
    onProxmox(
      ctx,
      (call, nth) =>
        call === 'POST /nodes/pve/qemu' && nth === 1
          ? "unable to create VM 101 - can't lock file '/var/lock/qemu-server/lock-101.conf' - got timeout"
          : undefined,
      'golden',
    ),
};
