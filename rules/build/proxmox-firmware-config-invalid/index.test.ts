import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const efi = ['efi_config {', '  efi_storage_pool = "local-lvm"', '  efi_type = "4m"', '}'];
const tpm = ['tpm_config {', '  tpm_storage_pool = "local-lvm"', '  tpm_version = "v2.0"', '}'];
const vm = (...lines: readonly string[]) => inSource('proxmox-iso', ...lines);

testRule(rule, {
  valid: [
    vm('bios = "ovmf"', 'os = "win11"', ...efi, ...tpm),
    vm('os = "l26"'),
    vm('bios = var.bios', ...efi),
    {
      name: 'the firmware decides about the disk',
      code: vm(
        'bios = "ovmf"',
        'dynamic "efi_config" {',
        '  for_each = var.uefi ? [1] : []',
        '  content {}',
        '}',
      ),
    },
    { name: 'a server edition', code: vm('os = "win11"', 'vm_name = "windows-server-2022"') },
    {
      name: 'the answers tell Windows not to look',
      code: vm('os = "win11"', 'additional_iso_files {', '  cd_files = ["autounattend.xml"]', '}'),
      files: { 'autounattend.xml': 'reg add HKLM /v BypassTPMCheck' },
    },
    vm('bios = "ovmf"', ...efi, 'boot_command = ["c<wait>", "linux /install<enter>"]'),
    inSource('qemu', 'efi_boot = true'),
  ],
  invalid: [
    {
      name: 'answers that cannot be read',
      code: vm('os = "win11"', 'additional_iso_files {', '  cd_files = ["autounattend.xml"]', '}'),
      findings: [found('2:3', 'windows-11-hardware', { severity: 'medium' })],
    },
    {
      code: vm('bios = "ovmf"', 'os = "win11"'),
      findings: [
        found('2:3', 'ovmf-without-efi', { severity: 'high' }),
        found('3:3', 'windows-11-hardware', { data: { missing: 'a "tpm_config" block' } }),
      ],
    },
    {
      name: 'a boot loader at the fallback path',
      code: `${inSource('proxmox-clone', 'bios = "ovmf"')}build {\n  sources = ["proxmox-clone.x"]\n  provisioner "shell" {\n    inline = ["grub-install --removable"]\n  }\n}\n`,
      findings: [found('2:3', 'ovmf-without-efi', { severity: 'medium' })],
    },
    {
      code: vm(...efi, 'os = "win11"', ...tpm),
      findings: [
        found('2:3', 'efi-without-ovmf', { data: { name: 'efi_config', bios: 'not set' } }),
        found('6:3', 'windows-11-hardware'),
      ],
    },
    {
      name: 'the firmware is a variable',
      code: `variable "bios" {\n  default = "seabios"\n}\n${vm('bios = var.bios', 'efidisk = "local-lvm"')}`,
      findings: [found('6:3', 'efi-without-ovmf')],
    },
    {
      code: vm('bios = "ovmf"', 'efidisk = "local"', 'efi_config {', '  pre_enrolled_keys = true', '}'),
      findings: [found('3:3', 'efi-twice'), found('5:5', 'efi-pool-missing')],
    },
    {
      code: vm('tpm_config {', '  tpm_version = "2.0"', '}'),
      findings: [found('2:15', 'tpm-pool-missing'), found('3:19', 'tpm-version')],
    },
    {
      code: vm('bios = "ovmf"', ...efi, 'boot_command = ["<wait5><tab>", " inst.ks=x<enter>"]'),
      findings: [found('7:3', 'bios-boot-command', { severity: 'low' })],
    },
  ],
});
