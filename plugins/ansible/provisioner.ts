import type { ProvisionerContribution } from 'packer-hybrid';

/** Not among the files: `roles_path` and `collections_path`, which a build itself fills from `galaxy_file`. */
export const provisioner = {
  id: 'ansible',
  types: ['ansible', 'ansible-local'],
  fileAttributes: [
    'playbook_file',
    'playbook_files',
    'playbook_dir',
    'playbook_paths',
    'role_paths',
    'collection_paths',
    'group_vars',
    'host_vars',
    'inventory_file',
    'inventory_directory',
    'galaxy_file',
  ],
} as const satisfies ProvisionerContribution;

export const keyFiles = ['ssh_host_key_file', 'ssh_authorized_key_file'] as const;

export const need = {
  program: 'ansible-playbook',
  why: 'to run ansible provisioners',
  packages: {
    apt: ['ansible-core'],
    dnf: ['ansible-core'],
    brew: ['ansible'],
    zypper: ['ansible-core'],
    apk: ['ansible-core'],
    pacman: ['ansible-core'],
  },
} as const;
