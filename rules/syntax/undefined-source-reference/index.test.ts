// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = 'source "proxmox-iso" "debian12" {}\n';

testRule(rule, {
  valid: [
    `${source}build {\n  sources = ["source.proxmox-iso.debian12", "proxmox-iso.debian12", "sources.proxmox-iso.debian12", source.proxmox-iso.debian12]\n}\n`,
    {
      name: 'what only Packer or other values know',
      code: `variable "all" {\n  type = list(string)\n}\nvariable "one" {\n  type = string\n}\n${source}build {\n  sources = var.all\n}\nbuild {\n  sources = ["source.null.\${var.one}"]\n}\n`,
    },
    {
      name: 'in another file',
      code: 'build {\n  sources = ["null.a"]\n}\n',
      files: { 'b.pkr.hcl': 'source "null" "a" {}\n' },
    },
  ],
  invalid: [
    {
      code: `${source}build {\n  sources = ["source.proxmox-iso.debian-12"]\n}\n`,
      findings: [
        {
          message: 'meant',
          at: '3:14',
          data: { name: 'proxmox-iso.debian-12', meant: 'proxmox-iso.debian12' },
        },
      ],
      fixed: `${source}build {\n  sources = ["source.proxmox-iso.debian12"]\n}\n`,
    },
    {
      code: `${source}build {\n  sources = ["debian12", "source.qemu.debian12"]\n  source "proxmox.debian12" {\n    name = "x"\n  }\n}\n`,
      findings: [
        { message: 'meant', at: '3:14', data: { name: 'debian12', meant: 'proxmox-iso.debian12' } },
        { message: 'error', at: '3:26' },
        { message: 'error', at: '4:3' },
      ],
      fixed: `${source}build {\n  sources = ["proxmox-iso.debian12", "source.qemu.debian12"]\n  source "proxmox.debian12" {\n    name = "x"\n  }\n}\n`,
    },
    {
      name: 'from the default of a variable',
      code: `variable "all" {\n  default = ["source.null.x"]\n}\n${source}build {\n  sources = var.all\n}\n`,
      findings: [{ message: 'error', at: '6:13' }],
    },
  ],
});
