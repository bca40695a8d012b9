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
        {
          guest,
          sshTimeout: '1m',
          preamble: 'variable "password" {\n  type      = string\n  sensitive = true\n}\n',
        },
        { ssh_private_key_file: '', ssh_password: 'given', ssh_handshake_attempts: 2 },
      ).replace('"given"', 'var.password'),
    },
    env: { PKR_VAR_password: 'not the one' },
  }),
};
