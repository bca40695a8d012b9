import { testRule } from 'packer-hybrid/testing';
import { inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const vm = (...lines: readonly string[]) => inSource('qemu', 'iso_url = "a.iso"', ...lines);

testRule(rule, {
  valid: [
    `variable "headless" {\n  default = true\n}\n${vm('headless = var.headless')}`,
    vm('headless = true'),
    vm('headless = var.unknown'),
    vm('display = "none"'),
    vm('use_default_display = true'),
    vm('qemuargs = [["-display", "none"]]'),
    vm('qemuargs = [["-nographic", ""]]'),
    inSource('proxmox-iso', 'node = "n"'),
  ],
  invalid: [
    {
      code: vm(),
      file: 'images/debian/image.pkr.hcl',
      files: { '.github/workflows/build.yml': 'on: push\n' },
      findings: [{ message: 'pipeline', at: '1:20', data: { pipeline: '.github/workflows' } }],
      fixed: vm('headless = true'),
    },
    {
      name: 'the switch is a variable',
      code: `variable "headless" {\n  default = false\n}\n${vm('headless = var.headless')}`,
      findings: [{ message: 'anywhere', at: '6:3' }],
    },
  ],
});
