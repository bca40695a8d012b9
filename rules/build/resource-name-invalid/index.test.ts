import { testRule } from 'packer-hybrid/testing';
import { inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const proxmox = (text: string) => inSource('proxmox-iso', `template_name = ${text}`);
const azure = (...lines: readonly string[]) => inSource('azure-arm', ...lines);
const invalid = (at: string, sub: string) => ({ message: 'invalid', at, sub });
const timestamp = (at: string, severity = 'critical') => ({
  message: 'timestamp',
  sub: 'timestamp',
  at,
  severity,
});
const dateText = `"u-\${formatdate("YYYYMMDDhhmm", timestamp())}"`;

testRule(rule, {
  valid: [
    proxmox(`"ubuntu-24.04-\${formatdate("YYYYMMDDhhmm", timestamp())}"`),
    { name: 'an epoch', code: proxmox('"ubuntu-{{timestamp}}"') },
    proxmox(`"u-\${replace(timestamp(), ":", "")}"`),
    proxmox('"u-{{isotime | clean_resource_name}}"'),
    proxmox('"u-{{isotime \\"2006-01-02\\"}}"'),
    proxmox('var.name'),
    azure('managed_image_name = "ubuntu_24.04-x"', 'build_resource_group_name = "rg(1)-x"'),
    azure(
      'capture_container_name = "images"',
      'custom_resource_build_prefix = "p-1"',
      'azure_tags = { a = "b" }',
    ),
    inSource('vsphere-iso', 'vm_name = "a name_with blanks"'),
    inSource('qemu', 'vm_name = "deb_12.qcow2"'),
    inSource('amazon-ebs', `ami_name = "x-\${timestamp()}"`),
  ],
  invalid: [
    {
      code: proxmox(`"ubuntu_24.04-\${timestamp()}"`),
      findings: [timestamp('2:35'), invalid('2:19', 'host-name')],
      fixed: proxmox(`"ubuntu_24.04-\${formatdate("YYYYMMDDhhmm", timestamp())}"`),
    },
    {
      code: proxmox('"debian 12_x"'),
      findings: [invalid('2:19', 'host-name')],
      fixed: proxmox('"debian-12-x"'),
    },
    {
      name: 'the time is a local',
      code: `locals {\n  now = timestamp()\n}\n${proxmox(`"u-\${local.now}"`)}`,
      findings: [timestamp('5:19')],
    },
    { code: proxmox('"u-{{isotime}}"'), findings: [timestamp('2:19')] },
    {
      code: inSource('vsphere-iso', `vm_name = "u-\${timestamp()}"`),
      findings: [timestamp('2:18', 'high')],
      fixed: inSource('vsphere-iso', `vm_name = ${dateText}`),
    },
    {
      name: 'the name is a variable',
      code: `variable "image" {\n  default = "_img"\n}\n${azure('managed_image_name = var.image')}`,
      findings: [invalid('5:24', 'image-name')],
    },
    {
      code: azure('managed_image_resource_group_name = "rg."', 'managed_image_os_disk_snapshot_name = "a-b"'),
      findings: [invalid('2:39', 'group-name'), invalid('3:41', 'snapshot-name')],
    },
    {
      code: azure('capture_container_name = "My--Images"', 'custom_resource_build_prefix = "elevenchars"'),
      findings: [invalid('2:28', 'container-name'), invalid('3:34', 'build-prefix')],
    },
    {
      code: azure(
        `azure_tags = { for n in range(51) : "t\${n}" => n == 0 ? join("", [for m in range(300) : "x"]) : "" }`,
      ),
      findings: [
        { message: 'tag-count', sub: 'tags', at: '2:3', data: { count: 51 } },
        { message: 'tag-length', sub: 'tags', at: '2:3' },
      ],
    },
  ],
});
