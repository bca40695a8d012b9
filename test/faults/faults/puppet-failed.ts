import { localSsh } from '../doubles/local-ssh.ts';
import type { Fault } from '../fault.ts';
import { puppetProvisioner } from '../templates/puppet.ts';

/** A resource that fails fails again on the same machine. */
export const fault: Fault = {
  name: 'puppet-failed',
  what: 'a resource of the manifest fails',
  cause: 'config-management-failed',
  needs: ['program:puppet', 'program:/usr/sbin/sshd', 'root', 'mounts'],
  packers: 'built-in',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const door = await localSsh(ctx);
    return {
      files: {
        'site.pp': "exec { '/bin/false': }\n",
        'null.pkr.hcl': door.build(puppetProvisioner),
      },
    };
  },
};
