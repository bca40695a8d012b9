// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "x" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    source('proxmox-iso', 'tags = "debian12;template"'),
    source('proxmox-iso', 'template_description = "Built on ${timestamp()}"'),
    source('azure-arm', 'azure_tag {', '  name = "a"', '}'),
    source('azure-arm', 'shared_image_gallery_destination {}'),
    source('vsphere-iso', 'notes = "Version ${var.version}"'),
    source('vsphere-iso', 'notes = "Version 1.2"'),
    `variable "t" {}\n${source('azure-arm', 'managed_image_name = "a"', 'azure_tags = var.t')}`,
    source('qemu', 'iso_url = "x"'),
  ],
  invalid: [
    {
      code: source('proxmox-iso', 'node = "pve"', 'tags = ""'),
      findings: [
        {
          message: 'none',
          at: '1:1',
          data: { type: 'proxmox-iso', name: 'x', settings: '"tags" and no "template_description"' },
        },
      ],
    },
    {
      code: source('azure-arm', 'managed_image_name = "a"', 'shared_image_gallery_destination {}'),
      findings: [{ message: 'none', at: '1:1' }],
    },
    {
      code: source('vsphere-clone', 'notes = "Golden image"'),
      findings: [{ message: 'static', at: '2:3', sub: 'static' }],
    },
  ],
});
