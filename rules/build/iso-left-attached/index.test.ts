import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const boot = (...lines: readonly string[]) =>
  inSource(
    'proxmox-iso',
    'boot_iso {',
    '  iso_file = "local:iso/d.iso"',
    ...lines.map((line) => `  ${line}`),
    '}',
  );
const vsphere = (...lines: readonly string[]) =>
  inSource('vsphere-iso', 'iso_paths = ["[ds] a.iso"]', ...lines);

testRule(rule, {
  valid: [
    boot('unmount = true'),
    boot('unmount = var.unmount'),
    { name: 'kept for its drivers', code: boot('keep_cdrom_device = true') },
    inSource('proxmox-iso', 'iso_file = "local:iso/d.iso"', 'unmount_iso = true'),
    vsphere('remove_cdrom = true', 'cdrom_type = "sata"'),
    vsphere('reattach_cdroms = 2'),
    vsphere('export {', '  output_directory = "out"', '}'),
    { name: 'a build for a test', code: vsphere('convert_to_template = false') },
    inSource('vsphere-iso', 'vm_name = "x"'),
    inSource('qemu', 'iso_url = "a.iso"'),
  ],
  invalid: [
    {
      code: boot(),
      findings: [found('2:3', 'kept', { data: { name: 'boot_iso', switch: 'unmount' } })],
      fixed: boot('unmount = true'),
    },
    { code: boot('unmount = false'), findings: [found('4:5', 'kept')] },
    {
      code: inSource(
        'proxmox-clone',
        'additional_iso_files {',
        '  cd_content = { "user-data" = "password: x" }',
        '}',
      ),
      findings: [found('2:3', 'secret-kept', { severity: 'high' })],
      fixed: inSource(
        'proxmox-clone',
        'additional_iso_files {',
        '  cd_content = { "user-data" = "password: x" }',
        '  unmount = true',
        '}',
      ),
    },
    {
      code: inSource('proxmox-iso', 'iso_file = "local:iso/d.iso"'),
      findings: [found('2:3', 'kept')],
      fixed: inSource('proxmox-iso', 'iso_file = "local:iso/d.iso"', 'unmount_iso = true'),
    },
    {
      code: vsphere('convert_to_template = true'),
      findings: [found('2:3', 'kept', { data: { name: 'iso_paths', switch: 'remove_cdrom' } })],
      fixed: vsphere('remove_cdrom = true', 'convert_to_template = true'),
    },
    {
      name: 'the switch is a variable',
      code: `variable "remove" {\n  default = false\n}\n${vsphere('remove_cdrom = var.remove')}`,
      findings: [found('5:3', 'kept')],
    },
    {
      code: vsphere('remove_cdrom = true', 'reattach_cdroms = 5', 'cdrom_type = "scsi"'),
      findings: [
        found('3:3', 'reattach-useless'),
        found('4:21', 'reattach-range'),
        found('5:16', 'bus-unknown'),
      ],
    },
  ],
});
