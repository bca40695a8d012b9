import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A guest without a network never answers: one attempt with a longer limit, then a person. */
export const fault: Fault = {
  name: 'ssh-never-up',
  what: 'the guest has no network',
  cause: 'ssh-timeout',
  needs: ['guest'],
  expects: { action: 'increase-timeout', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  inject: ({ guest }) => ({ files: { 'guest.pkr.hcl': qemuBuild({ guest, deaf: true, sshTimeout: '5s' }) } }),
};
