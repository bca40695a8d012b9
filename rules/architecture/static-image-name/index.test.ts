// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "x" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    `locals {\n  stamp = formatdate("YYYYMMDDhhmm", timestamp())\n}\n${source('azure-arm', 'managed_image_name = "u-${local.stamp}"')}`,
    source('proxmox-iso', 'template_name = "u-{{isotime}}"'),
    `variable "name" {}\n${source('vsphere-iso', 'vm_name = var.name')}`,
    `variable "version" {\n  default = "1"\n}\n${source('vsphere-iso', 'vm_name = "u-${var.version}"')}`,
    source('proxmox-iso', 'vm_name = "u-${data.git-commit.x.hash}"'),
    source('azure-arm', 'shared_image_gallery_destination {', '  image_name = "u"', '}'),
    source('proxmox-iso', 'node = "pve"'),
  ],
  invalid: [
    {
      code: source('azure-arm', 'managed_image_name = "ubuntu-golden"'),
      findings: [{ message: 'static', at: '2:3', severity: 'medium', data: { name: 'managed_image_name' } }],
    },
    {
      code: `variable "os" {\n  default = "u"\n}\nlocals {\n  name = "\${var.os}-x"\n}\n${source('vsphere-iso', 'vm_name = local.name')}`,
      findings: [{ message: 'static', at: '8:3', severity: 'medium' }],
    },
    {
      code: source('qemu', 'output_directory = "out"'),
      findings: [{ message: 'static', at: '2:3', severity: 'low' }],
    },
    {
      code: source('proxmox-iso', 'template_name = "u"', 'vm_id = 900'),
      findings: [{ message: 'static', at: '2:3', severity: 'low' }],
    },
    {
      code: source('vsphere-iso', 'vm_name = "u"', 'content_library_destination {}'),
      findings: [{ message: 'static', at: '2:3', severity: 'low' }],
    },
  ],
});
