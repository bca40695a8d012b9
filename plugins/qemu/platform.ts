import type { PlatformContribution } from 'packer-hybrid';

/** What the core must know of QEMU targets without running this plugin. */
export const platform = {
  id: 'qemu',
  title: 'QEMU',
  sources: ['qemu'],
  fileAttributes: [
    'firmware',
    'efi_firmware_code',
    'efi_firmware_vars',
    'cd_files',
    'floppy_files',
    'floppy_dirs',
    'http_directory',
  ],
  // Each build runs a whole machine on this host.
  concurrency: 2,
} as const satisfies PlatformContribution;
