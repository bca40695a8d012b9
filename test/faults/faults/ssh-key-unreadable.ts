import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A file that holds no key is refused before a machine is started. */
export const fault: Fault = {
  name: 'ssh-key-unreadable',
  what: 'the file of the private key holds no key',
  cause: 'ssh-private-key-invalid',
  needs: ['guest'],
  expects: { refusedBy: 'packer/validate', action: 'none', outcome: 'escalated', exitCode: 1, attempts: 0 },
  inject: ({ guest, workspace }) => ({
    files: {
      key: 'this is no key\n',
      'guest.pkr.hcl': qemuBuild({ guest: { ...guest, privateKey: workspace.path('key') } }),
    },
  }),
};
