import type { ProvisionerContribution } from 'packer-hybrid';

export const provisioner = {
  id: 'puppet',
  types: ['puppet-masterless', 'puppet-server'],
  fileAttributes: ['manifest_file', 'manifest_dir', 'module_paths', 'hiera_config_path'],
} as const satisfies ProvisionerContribution;

export const keyFiles = ['client_cert_path', 'client_private_key_path'] as const;

export const need = {
  program: 'puppet',
  why: 'to read Puppet manifests before a build',
  packages: {
    apt: ['puppet'],
    dnf: ['puppet'],
    brew: ['puppetlabs/puppet/puppet-agent'],
    zypper: ['puppet'],
    apk: ['puppet'],
    pacman: ['puppet'],
  },
} as const;
