import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const vm = (...lines: readonly string[]) => inSource('proxmox-iso', ...lines);
const bios = 'boot_command = ["<esc><wait>auto<enter>"]';
const anyKey = 'boot_command = ["<spacebar><wait><spacebar>"]';

testRule(rule, {
  valid: [
    vm('boot_wait = "5s"', bios),
    { name: 'the default, written', code: vm('boot_wait = "10s"', bios) },
    {
      name: 'the command waits itself',
      code: vm('boot_wait = "0s"', 'boot_command = ["<wait10>", "<enter>"]'),
    },
    { name: 'no wait on purpose', code: vm('boot_wait = "-1s"', bios) },
    vm('boot_wait = var.wait', bios),
    vm('boot_wait = "2s"', anyKey),
    {
      name: 'a key again and again',
      code: vm('boot_wait = "1s"', 'boot_command = ["<up><wait><up><wait><up><wait>"]'),
    },
    vm('boot_command = []'),
    inSource('vsphere-clone', bios),
  ],
  invalid: [
    {
      code: vm('boot_wait = "0s"', bios),
      findings: [found('2:15', 'short', { data: { value: '0s' } })],
      fixed: vm('boot_wait = "5s"', bios),
    },
    { code: vm(bios), findings: [found('2:3', 'missing')], fixed: vm(bios, 'boot_wait = "5s"') },
    {
      code: inSource('qemu', 'boot_wait = "1m30s"', bios),
      findings: [found('2:15', 'long')],
      fixed: inSource('qemu', 'boot_wait = "5s"', bios),
    },
    {
      code: inSource('vsphere-iso', 'boot_wait = "8s"', anyKey),
      findings: [found('2:15', 'any-key')],
      fixed: inSource('vsphere-iso', 'boot_wait = "3s"', anyKey),
    },
    {
      name: 'the wait is a variable',
      code: `variable "wait" {\n  default = "1s"\n}\n${vm('boot_wait = var.wait', anyKey)}`,
      findings: [found('5:15', 'short')],
    },
  ],
});
