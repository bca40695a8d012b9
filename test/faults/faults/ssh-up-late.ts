import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A guest that needs a little longer than its limit gets a longer one. */
export const fault: Fault = {
  name: 'ssh-up-late',
  what: 'the guest answers later than ssh_timeout allows',
  cause: 'ssh-timeout',
  needs: ['guest'],
  quick: true,
  expects: { action: 'increase-timeout', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: ({ guest }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({ guest, sshTimeout: '10s' }).replace(
        'panic=-1',
        'panic=-1 rdinit=/bin/sh -- -c \\"sleep 11; exec /init\\"',
      ),
    },
    // On a busy machine the guest itself takes long to boot.
    config: { recovery: { timeouts: { factor: 4 } } },
    makes: ['output/guest/'],
  }),
};
