import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const sources = 'source "proxmox-iso" "u" {}\nsource "vsphere-iso" "u" {}\nsource "qemu" "other" {}\n';
const step = (...lines: readonly string[]) =>
  `  provisioner "shell" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n`;
const build = (steps: string, used = '"proxmox-iso.u", "vsphere-iso.u", "qemu.other"') =>
  `${sources}build {\n  sources = [${used}]\n${steps}}\n`;
const single = (type: string, steps: string) => `build {\n  sources = ["${type}.u"]\n${steps}}\n`;
const base = step('script = "base.sh"');

testRule(rule, {
  valid: [
    build(step('script = "scripts/harden.sh"')),
    build(
      step('only = ["vsphere-iso.u"]', 'inline = ["apt-get install -y open-vm-tools"]') +
        step('only = ["proxmox-iso.u"]', 'inline = ["apt-get install -y qemu-guest-agent"]'),
    ),
    {
      name: 'a step for each',
      code: build(
        step('only = ["vsphere-iso.u"]', 'script = "a.sh"') +
          step('only = ["proxmox-iso.u"]', 'script = "b.sh"'),
      ),
    },
    { name: 'another system', code: build(step('only = ["qemu.other"]', 'script = "windows.sh"')) },
    {
      name: 'other names',
      code: build(step('only = ["proxmox-iso.u"]', 'script = "x.sh"'), '"proxmox-iso.u", "qemu.other"'),
    },
    {
      name: 'builds with nothing in common',
      code: `${sources}${single('proxmox-iso', step('script = "a.sh"'))}${single('vsphere-iso', step('script = "b.sh"'))}`,
    },
  ],
  invalid: [
    {
      code: build(step('only = ["vsphere-iso.u"]', 'script = "scripts/harden.sh"')),
      findings: [
        {
          message: 'subset',
          at: '6:3',
          data: { step: 'shell "scripts/harden.sh"', missing: 'proxmox-iso.u', image: 'u' },
        },
      ],
    },
    {
      code: build(step('except = ["vsphere-iso.u"]', 'inline = ["install-agent"]')),
      findings: [
        { message: 'subset', at: '6:3', data: { step: 'shell', missing: 'vsphere-iso.u', image: 'u' } },
      ],
    },
    {
      name: 'two builds of one image',
      code: `${sources}${single('proxmox-iso', base + step('script = "harden.sh"'))}${single('vsphere-iso', base)}`,
      findings: [
        {
          message: 'builds',
          at: '9:3',
          sub: 'builds',
          data: { image: 'u', step: 'shell "harden.sh"', present: 'proxmox-iso', missing: 'vsphere-iso' },
        },
      ],
    },
  ],
});
