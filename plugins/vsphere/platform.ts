import type { PlatformContribution } from 'packer-hybrid';

export const platform = {
  id: 'vsphere',
  title: 'VMware vSphere',
  sources: ['vsphere-iso', 'vsphere-clone', 'vsphere-supervisor'],
  fileAttributes: [
    'http_directory',
    'cd_files',
    'floppy_files',
    'floppy_dirs',
    'windows_sysprep_file',
    'bootstrap_data_file',
  ],
  hostAttributes: ['host', 'cluster', 'supervisor_namespace', 'vcenter_server'],
  concurrency: 4,
} as const satisfies PlatformContribution;

/** Files that a build needs but that do not decide what comes out of it. */
export const keyFiles = [
  'ssh_private_key_file',
  'ssh_certificate_file',
  'ssh_bastion_private_key_file',
  'ssh_bastion_certificate_file',
] as const;

export const limits =
  'vSphere images are built and recorded; they are not booted again, tagged or put into a content library by packer-hybrid yet.';
