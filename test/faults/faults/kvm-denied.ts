import { withoutKvm } from '../doubles/without-kvm.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A build for KVM is not made with emulation in secret: that takes hours instead of minutes. */
export const fault: Fault = {
  name: 'kvm-denied',
  what: 'the user may not open /dev/kvm',
  cause: 'kvm-unavailable',
  needs: ['guest', 'root', 'mounts', 'program:setpriv'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest }, { accelerator: 'kvm' }) },
    config: { policy: { gate: 'none' } },
    within: withoutKvm,
  }),
};
