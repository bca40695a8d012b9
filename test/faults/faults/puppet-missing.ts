import type { Fault } from '../fault.ts';
import { puppetProvisioner } from '../templates/puppet.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What the guest lacks is put into it by the template. */
export const fault: Fault = {
  name: 'puppet-missing',
  what: 'the guest has no Puppet',
  cause: 'provisioner-tool-missing',
  needs: ['guest'],
  packers: 'built-in',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'site.pp': "notify { 'hello': }\n",
      'guest.pkr.hcl': qemuBuild({ guest, provisioners: puppetProvisioner }),
    },
  }),
};
