import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { isProxmox } from '../_shared/proxmox.ts';
import { bootCommandProblems } from './boot-command.ts';
import { efiProblems } from './efi.ts';
import { tpmProblems } from './tpm.ts';

export default defineRule({
  id: 'build/proxmox-firmware-config-invalid',
  meta: {
    summary: 'Firmware, EFI disk and TPM of a machine on Proxmox do not fit each other.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'simple',
    confidence: 0.85,
    remedy:
      'Use "bios" = "ovmf" together with an "efi_config" block, and name a storage pool in each of the blocks.',
    example:
      'bios = "ovmf"\nefi_config {\n  efi_storage_pool  = "local-lvm"\n  efi_type          = "4m"\n  pre_enrolled_keys = true\n}',
    recommended: true,
  },
  messages: {
    'efi-without-ovmf': '"{name}" has no use: "bios" is {bios}, which keeps no EFI variables.',
    'ovmf-without-efi':
      '"bios" is "ovmf" but there is no "efi_config": boot entries are lost at power-off, and the image may not start.',
    'efi-pool-missing': 'The EFI disk needs {missing}: where Proxmox keeps it.',
    'efi-twice': '"{first}" and "{second}" both describe the EFI disk: the plugin takes only one.',
    'tpm-pool-missing': 'The TPM needs "tpm_storage_pool": where Proxmox keeps its state.',
    'tpm-version': '"{name}" is "{value}"; Proxmox knows {allowed}.',
    'windows-11-hardware': 'Windows 11 refuses this machine: it needs {missing}.',
    'bios-boot-command': 'This boot command is for the BIOS menu of an ISO; with OVMF another menu shows up.',
  },
  subs: {
    'efi-without-ovmf': 'EFI disk without UEFI',
    'ovmf-without-efi': 'UEFI without EFI disk',
    'efi-pool-missing': 'EFI disk without storage pool',
    'efi-twice': 'EFI disk described twice',
    'tpm-pool-missing': 'TPM without storage pool',
    'tpm-version': 'unknown version of the TPM',
    'windows-11-hardware': 'Windows 11 without UEFI or TPM',
    'bios-boot-command': 'boot command for BIOS with UEFI',
  },
  create: ({ template, report, readFile }) => ({
    target({ type, body }) {
      if (!isProxmox(type)) return;
      const isRemovable = template.files.some(({ text }) => text.includes('--removable'));
      reportProblems(report, [
        ...efiProblems(body, isRemovable),
        ...tpmProblems(body, readFile),
        ...bootCommandProblems(body),
      ]);
    },
  }),
});
