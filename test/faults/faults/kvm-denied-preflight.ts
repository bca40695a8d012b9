import { withoutKvm } from '../doubles/without-kvm.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What the machine cannot do is said before the build begins. */
export const fault: Fault = {
  name: 'kvm-denied-preflight',
  what: 'the user may not open /dev/kvm, and the checks are on',
  cause: 'kvm-unavailable',
  needs: ['guest', 'root', 'mounts', 'program:setpriv'],
  quick: true,
  expects: { refusedBy: 'qemu/accelerator', action: 'none', outcome: 'escalated', exitCode: 1, attempts: 0 },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest }, { accelerator: 'kvm' }) },
    within: withoutKvm,
  }),
};
