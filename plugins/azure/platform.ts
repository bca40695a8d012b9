import type { PlatformContribution } from 'packer-hybrid';

export const platform = {
  id: 'azure',
  title: 'Microsoft Azure',
  sources: ['azure-arm', 'azure-chroot', 'azure-dtl'],
  fileAttributes: ['custom_data_file', 'user_data_file', 'copy_files'],
  hostAttributes: ['subscription_id', 'location'],
  concurrency: 8,
} as const satisfies PlatformContribution;

/** Files that a build needs but that do not decide what comes out of it. */
export const keyFiles = [
  'client_cert_path',
  'ssh_private_key_file',
  'ssh_certificate_file',
  'ssh_bastion_private_key_file',
  'ssh_bastion_certificate_file',
] as const;

export const limits =
  'Azure images are built and recorded; they are not booted again, tagged or put into a compute gallery by packer-hybrid yet.';
