import type { PlatformContribution } from 'packer-hybrid';

export const platform = {
  id: 'proxmox',
  title: 'Proxmox VE',
  sources: ['proxmox', 'proxmox-iso', 'proxmox-clone'],
  fileAttributes: ['http_directory', 'cd_files'],
  hostAttributes: ['node', 'proxmox_url'],
  concurrency: 2,
} as const satisfies PlatformContribution;

/** Files that a build needs but that do not decide what comes out of it. */
export const keyFiles = [
  'ssh_private_key_file',
  'ssh_certificate_file',
  'ssh_bastion_private_key_file',
  'ssh_bastion_certificate_file',
] as const;

export const limits =
  'Proxmox VE images are built and recorded; they are not booted again, tagged or copied to other nodes yet.';
