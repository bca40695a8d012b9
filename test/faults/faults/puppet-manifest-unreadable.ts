import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';
import { puppetProvisioner } from '../templates/puppet.ts';

/** Puppet reads the manifest before a machine is started for it. */
export const fault: Fault = {
  name: 'puppet-manifest-unreadable',
  what: 'the manifest has a brace that is never closed',
  cause: 'config-management-failed',
  needs: ['program:puppet'],
  packers: 'built-in',
  expects: {
    refusedBy: 'puppet/manifests',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  inject: () => ({
    files: {
      'site.pp': "file { '/etc/flavour': ensure => file\n",
      'null.pkr.hcl': nullBuild('true').replace(/}\s*$/, `${puppetProvisioner}\n}\n`),
    },
  }),
};
