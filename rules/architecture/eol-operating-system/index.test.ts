import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "x" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const azure = (offer: string, sku: string) =>
  source('azure-arm', `image_offer = "${offer}"`, `image_sku = "${sku}"`);

testRule(rule, {
  valid: [
    azure('ubuntu-24_04-lts', 'server'),
    azure('WindowsServer', '2022-datacenter'),
    source('qemu', 'iso_url = "https://x/7/isos/CentOS-Stream-9-latest-x86_64-dvd1.iso"'),
    source('qemu', 'iso_url = "https://x/ubuntu-7/debian-12.5.0-amd64-netinst.iso"'),
    source('vsphere-iso', 'iso_paths = ["[ds] iso/rhel-10.0-x86_64-dvd.iso"]'),
    source('proxmox-iso', 'vm_name = "build10-7"', 'iso_checksum = "sha256:debian10"'),
    source('proxmox-iso', 'iso_file = "local:iso/Win10_LTSC_2021.iso"'),
    { code: azure('UbuntuServer', '18.04-LTS'), options: { supported: ['ubuntu 18.04'] } },
    `variable "i" {}\n${source('qemu', 'iso_url = var.i')}`,
  ],
  invalid: [
    {
      code: azure('CentOS', '7.3'),
      findings: [
        {
          message: 'ended',
          at: '3:3',
          data: {
            system: 'CentOS Linux 7',
            until: '2024-06-30',
            successor: 'CentOS Stream 9, AlmaLinux or Rocky Linux',
          },
        },
      ],
    },
    { code: azure('UbuntuServer', '18.04-LTS'), findings: [{ message: 'ended', at: '3:3' }] },
    { code: azure('WindowsServer', '2012-R2-Datacenter'), findings: [{ message: 'ended', at: '3:3' }] },
    { code: azure('RHEL', '79-gen2'), findings: [{ message: 'ended', at: '3:3' }] },
    {
      code: source('qemu', 'iso_url = "http://x/ubuntu-16.04.6-server-amd64.iso"'),
      findings: [{ message: 'ended', at: '2:3' }],
    },
    {
      code: source(
        'proxmox-iso',
        'boot_iso {',
        '  iso_file = "local:iso/debian-10.13.0-amd64-netinst.iso"',
        '}',
      ),
      findings: [{ message: 'ended', at: '3:5' }],
    },
    {
      code: source('vsphere-iso', 'iso_paths = ["[ds] Fedora-Server-dvd-x86_64-38-1.6.iso"]'),
      findings: [{ message: 'ended', at: '2:3' }],
    },
    {
      code: source('proxmox-iso', 'template_name = "windows-10-pro"'),
      findings: [{ message: 'ended', at: '2:3' }],
    },
  ],
});
