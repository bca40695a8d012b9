import { localSsh } from '../doubles/local-ssh.ts';
import type { Fault } from '../fault.ts';
import { puppetProvisioner } from '../templates/puppet.ts';

/** A module that is not there is installed by a person who knows which version is meant. */
export const fault: Fault = {
  name: 'puppet-module-missing',
  what: 'the manifest includes a class of a module that is not installed',
  cause: 'config-management-failed',
  needs: ['program:puppet', 'program:/usr/sbin/sshd', 'root'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const door = await localSsh(ctx);
    return {
      files: { 'site.pp': 'include flavours\n', 'null.pkr.hcl': door.build(puppetProvisioner) },
    };
  },
};
