import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const pair = (qemu: readonly string[], vsphere: readonly string[], name = 'deb') =>
  `source "qemu" "deb" {\n${qemu.map((line) => `  ${line}\n`).join('')}}\nsource "vsphere-iso" "${name}" {\n${vsphere.map((line) => `  ${line}\n`).join('')}}\nbuild {\n  sources = ["qemu.deb", "vsphere-iso.${name}"]\n}\n`;

testRule(rule, {
  valid: [
    pair(
      [
        'iso_url = "https://x/debian-12.5.0-amd64-netinst.iso"',
        'disk_size = "40G"',
        'efi_boot = true',
        'cpus = 2',
      ],
      [
        'iso_paths = ["[ds] iso/debian-12.5.0-x86_64.iso"]',
        'storage {',
        '  disk_size = 40960',
        '}',
        'firmware = "efi-secure"',
        'CPUs = 4',
      ],
    ),
    {
      name: 'other images',
      code: pair(['disk_size = "40G"'], ['storage {', '  disk_size = 1', '}'], 'other'),
    },
    {
      name: 'several disks',
      code: pair(
        ['disk_size = "40G"'],
        ['storage {', '  disk_size = 1', '}', 'storage {', '  disk_size = 2', '}'],
      ),
    },
    { name: 'unknown', code: `variable "i" {}\n${pair(['iso_url = var.i'], ['iso_paths = ["x-1.2.iso"]'])}` },
    {
      name: 'not built together',
      code: 'source "qemu" "a" {\n  disk_size = 1\n}\nsource "proxmox-iso" "a" {\n  disk_size = 2\n}\n',
    },
  ],
  invalid: [
    {
      code: pair(
        [
          'iso_url = "https://x/debian-12.5.0-amd64-netinst.iso"',
          'disk_size = "40G"',
          'efi_boot = true',
          'ssh_username = "a"',
          'http_directory = "h"',
        ],
        [
          'iso_paths = ["[ds] iso/debian-12.2.0-arm64-netinst.iso"]',
          'storage {',
          '  disk_size = 20480',
          '}',
          'firmware = "bios"',
          'ssh_username = "b"',
          'http_directory = "i"',
        ],
      ),
      findings: [
        {
          message: 'differs',
          at: '9:3',
          sub: 'release',
          data: {
            title: 'release of the installer',
            name: 'deb',
            type: 'vsphere-iso',
            value: '12.2.0',
            other: '12.5.0',
            otherType: 'qemu',
          },
        },
        { message: 'differs', at: '9:3', sub: 'architecture' },
        { message: 'differs', at: '11:5', sub: 'disk-size' },
        { message: 'differs', at: '13:3', sub: 'firmware' },
        { message: 'differs', at: '14:3', sub: 'user' },
        { message: 'differs', at: '15:3', sub: 'answers' },
      ],
    },
  ],
});
