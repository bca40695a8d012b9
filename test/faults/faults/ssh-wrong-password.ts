import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A refused password is never tried again: the account might be locked. */
export const fault: Fault = {
  name: 'ssh-wrong-password',
  what: 'the password of the guest is another one',
  cause: 'ssh-auth-failed',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild(
        { guest, sshTimeout: '40s' },
        { ssh_private_key_file: '', ssh_password: 'not the one', ssh_handshake_attempts: 2 },
      ),
    },
  }),
};
