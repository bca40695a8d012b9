import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

/** The first line of the block is line 3. */
const boot = (...lines: readonly string[]) =>
  inSource('proxmox-iso', 'boot_iso {', ...lines.map((line) => `  ${line}`), '}');
const more = (...lines: readonly string[]) =>
  inSource('proxmox-clone', 'additional_iso_files {', ...lines.map((line) => `  ${line}`), '}');

testRule(rule, {
  valid: [
    boot('iso_file = "nfs:iso/debian.iso"', 'unmount = true'),
    boot(`iso_file = "\${var.pool}:iso/\${var.file}"`, 'type = "scsi"'),
    boot('iso_url = "https://x/y.iso"', 'iso_checksum = "none"', 'iso_storage_pool = "local"'),
    more('cd_content = { "user-data" = "" }', 'cd_label = "cidata"', 'iso_storage_pool = "local"'),
    more('cd_files = ["a"]', 'iso_storage_pool = var.pool'),
    inSource('proxmox-iso', 'iso_file = "local:iso/a.iso"'),
    inSource('proxmox-clone', 'clone_vm = "t"'),
    inSource(
      'proxmox-iso',
      'dynamic "boot_iso" {',
      '  for_each = var.isos',
      '  content {',
      '    iso_file = boot_iso.value',
      '  }',
      '}',
    ),
    {
      name: 'environment variables choose between two origins',
      file: 'x.json',
      code: '{"variables": {"f": "local:iso/a.iso", "u": ""}, "builders": [{"type": "proxmox-iso", "iso_file": "{{user `f`}}", "iso_url": "{{user `u`}}"}]}',
    },
  ],
  invalid: [
    {
      code: boot('iso_file = "/mnt/pve/nfs/template/iso/debian.iso"'),
      findings: [found('3:16', 'file-format')],
      fixed: boot('iso_file = "nfs:iso/debian.iso"'),
    },
    {
      code: more('iso_file = "local:debian.iso"'),
      findings: [found('3:16', 'file-format')],
      fixed: more('iso_file = "local:iso/debian.iso"'),
    },
    {
      name: 'the file is a variable',
      code: `variable "iso" {\n  default = "debian.iso"\n}\n${boot('iso_file = var.iso')}`,
      findings: [found('6:16', 'file-format')],
    },
    {
      code: boot('iso_file = "/var/lib/vz/template/iso/d.iso"', 'type = "virtio"'),
      findings: [found('3:16', 'file-format'), found('4:12', 'bus-unknown')],
      fixed: boot('iso_file = "local:iso/d.iso"', 'type = "virtio"'),
    },
    {
      code: boot('iso_file = "local:iso/d.iso"', 'iso_url = "https://x/y.iso"'),
      findings: [found('4:5', 'several'), found('4:5', 'pool-missing'), found('4:5', 'checksum-missing')],
    },
    { code: more('unmount = true'), findings: [found('2:25', 'none')] },
    {
      code: boot('iso_file = "local:iso/d.iso"', 'iso_download_pve = true'),
      findings: [found('4:5', 'download-without-url')],
    },
    { code: more('cd_files = ["a"]'), findings: [found('3:5', 'pool-missing')] },
    { code: inSource('proxmox-iso', 'node = "n"'), findings: [found('1:27', 'no-iso')] },
    {
      code: inSource('proxmox-iso', 'iso_url = "https://x/y.iso"', 'iso_file = "local:iso/d.iso"'),
      findings: [found('2:3', 'several'), found('2:3', 'pool-missing'), found('2:3', 'checksum-missing')],
    },
  ],
});
