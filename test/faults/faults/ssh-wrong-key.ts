import { join } from 'node:path';
import { mustRun } from '../../support/run-program.ts';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A refused key stays refused. */
export const fault: Fault = {
  name: 'ssh-wrong-key',
  what: 'the guest knows another key than the one that is offered',
  cause: 'ssh-auth-failed',
  needs: ['guest', 'program:ssh-keygen'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  async inject({ guest, outside }) {
    const privateKey = join(outside, 'other-key');
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', privateKey]);
    return {
      files: {
        'guest.pkr.hcl': qemuBuild({ guest: { ...guest, privateKey } }, { ssh_handshake_attempts: 2 }),
      },
    };
  },
};
