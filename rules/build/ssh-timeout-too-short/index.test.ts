import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "deb" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    source('proxmox-iso', 'ssh_timeout = "30m"'),
    source('proxmox-iso', 'ssh_wait_timeout = "1h"', 'ssh_timeout = "1m"'),
    source('proxmox-iso', 'communicator = "none"'),
    source('proxmox-iso', 'ssh_handshake_attempts = 10', 'ssh_timeout = "20m"'),
    source('proxmox-clone', 'ssh_username = "root"'),
    source('qemu', 'disk_image = true'),
    source('qemu', 'iso_url = "https://x/alpine-virt.iso"'),
    source('proxmox-iso', 'communicator = "winrm"', 'winrm_timeout = "2h"'),
    source('proxmox-iso', 'communicator = "winrm"'),
    source('azure-arm', 'communicator = "winrm"', 'winrm_timeout = "10m"'),
    `variable "t" {}\n${source('proxmox-iso', 'ssh_timeout = var.t')}`,
    `variable "c" {}\n${source('proxmox-iso', 'communicator = var.c')}`,
  ],
  invalid: [
    {
      code: source('proxmox-iso', 'ssh_username = "root"'),
      findings: [
        {
          message: 'default',
          at: '1:1',
          severity: 'high',
          data: { type: 'proxmox-iso', name: 'deb', setting: 'ssh_timeout', given: '5 minutes' },
        },
      ],
    },
    {
      code: source('qemu', 'ssh_timeout = "10m"'),
      findings: [{ message: 'short', at: '2:17', data: { name: 'ssh_timeout', given: '10m' } }],
    },
    {
      code: source('vsphere-iso', 'ssh_timeout = "10m"'),
      findings: [{ message: 'short', at: '2:17', severity: 'low' }],
    },
    {
      code: source('vsphere-iso', 'ssh_handshake_attempts = 100'),
      findings: [{ message: 'unlimited', at: '2:3', sub: 'unlimited', severity: 'medium' }],
    },
    {
      code: source('proxmox-iso', 'communicator = "winrm"', 'winrm_timeout = "5m"'),
      findings: [{ message: 'short', at: '3:19' }],
    },
    {
      code: source('azure-arm', 'communicator = "winrm"', 'winrm_timeout = "3m"'),
      findings: [{ message: 'short', at: '3:19' }],
    },
    {
      name: 'as the build overrides it',
      code: `${source('qemu', 'ssh_timeout = "40m"')}build {\n  source "qemu.deb" {\n    ssh_timeout = "1m"\n  }\n}\n`,
      findings: [{ message: 'short', at: '6:19' }],
    },
  ],
});
