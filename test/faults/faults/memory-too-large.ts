import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A guest larger than the host is made smaller by a person only. */
export const fault: Fault = {
  name: 'memory-too-large',
  what: 'the guest asks for more memory than the build host has',
  cause: 'host-memory-exhausted',
  needs: ['guest'],
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest }, { memory: 99_999_999 }) },
  }),
};
