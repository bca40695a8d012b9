import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "x" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    source('qemu', 'ssh_timeout = "1m"', 'host_port_min = 2222', 'disk_size = "1"'),
    source('vsphere-clone', 'network = "n"', 'disk_size = 1'),
    source('acme-x', 'ssh_wait_timeout = "1m"'),
    source('proxmox-iso', 'iso_file = "a:iso/b"'),
    'build {\n  post-processor "checksum" {\n    checksum_types = ["sha256", var.x]\n    keep_input_artifact = true\n  }\n}\n',
    {
      name: 'a plugin from elsewhere',
      code: `packer {\n  required_plugins {\n    qemu = {\n      source = "github.com/acme/qemu"\n      version = "1"\n    }\n  }\n}\n${source('qemu', 'run_once = true')}`,
    },
  ],
  invalid: [
    {
      code: source(
        'qemu',
        'ssh_wait_timeout = "30m"',
        'ssh_host_port_min = 2222',
        'run_once = true',
        'memory = 1',
      ),
      findings: [
        {
          message: 'deprecated',
          at: '2:3',
          data: { name: 'ssh_wait_timeout', type: 'qemu', instead: 'use ssh_timeout' },
        },
        { message: 'deprecated', at: '3:3' },
        {
          message: 'deprecated',
          at: '4:3',
          data: { name: 'run_once', type: 'qemu', instead: 'nothing takes its place' },
        },
      ],
      fixed: source('qemu', 'ssh_timeout = "30m"', 'host_port_min = 2222', 'memory = 1'),
    },
    {
      name: 'old and new side by side',
      code: source('qemu', 'ssh_timeout = "5m"', 'ssh_wait_timeout = var.wait'),
      findings: [{ message: 'deprecated', at: '3:3' }],
      fixed: source('qemu', 'ssh_timeout = var.wait'),
    },
    {
      code:
        source('qemu', 'iso_checksum_type = "sha256"', 'iso_checksum = "x"') +
        source('vsphere-iso', 'network = "n"', 'disk_size = 1'),
      findings: [
        {
          message: 'removed',
          at: '2:3',
          sub: 'removed',
          severity: 'high',
          data: {
            name: 'iso_checksum_type',
            type: 'qemu',
            since: ' after core 1.5.6',
            instead: 'use iso_checksum',
          },
        },
        { message: 'removed', at: '6:3', sub: 'removed' },
        { message: 'removed', at: '7:3', sub: 'removed' },
      ],
      fixed:
        source('qemu', 'iso_checksum = "sha256:x"') + source('vsphere-iso', 'network = "n"', 'disk_size = 1'),
    },
    {
      code: `${source('proxmox', 'node = "a"')}data "hcp-packer-image" "y" {}\n${source('proxmox-iso', 'efidisk = "a"', 'disks {', '  storage_pool_type = "lvm"', '}')}`,
      findings: [
        {
          message: 'component',
          at: '1:1',
          data: { kind: 'builder', type: 'proxmox', instead: 'proxmox-iso' },
        },
        { message: 'component', at: '4:1' },
        { message: 'deprecated', at: '6:3' },
        { message: 'deprecated', at: '8:5' },
      ],
      fixed: `${source('proxmox', 'node = "a"')}data "hcp-packer-image" "y" {}\n${source('proxmox-iso', 'efidisk = "a"', 'disks {', '}')}`,
    },
    {
      code: 'build {\n  provisioner "ansible" {\n    galaxycommand = "g"\n  }\n  post-processor "manifest" {\n    filename = "m.json"\n  }\n  post-processor "checksum" {\n    checksum_types = ["sha256", "crc32"]\n  }\n}\n',
      findings: [
        { message: 'removed', at: '3:5', sub: 'removed' },
        { message: 'removed', at: '6:5', sub: 'removed' },
        { message: 'value', at: '9:22', sub: 'value', severity: 'critical' },
      ],
      fixed:
        'build {\n  provisioner "ansible" {\n    galaxy_command = "g"\n  }\n  post-processor "manifest" {\n    output = "m.json"\n  }\n  post-processor "checksum" {\n    checksum_types = ["sha256", "crc32"]\n  }\n}\n',
    },
    {
      name: 'an address of checksums, and one that would get lost',
      code:
        source('qemu', 'iso_checksum_url = "https://a/SUMS"') +
        source(
          'qemu',
          'iso_checksum_url = "https://a/SUMS"',
          'iso_checksum = var.c',
          'iso_checksum_type = var.t',
        ),
      findings: [
        { message: 'removed', at: '2:3', sub: 'removed' },
        { message: 'removed', at: '5:3', sub: 'removed' },
        { message: 'removed', at: '7:3', sub: 'removed' },
      ],
      fixed:
        source('qemu', 'iso_checksum = "file:https://a/SUMS"') +
        source(
          'qemu',
          'iso_checksum_url = "https://a/SUMS"',
          'iso_checksum = var.c',
          'iso_checksum_type = var.t',
        ),
    },
    {
      name: 'an old name that is refused beside the new one',
      code: 'build {\n  post-processor "manifest" {\n    filename = "a"\n    output = "b"\n  }\n}\n',
      findings: [{ message: 'removed', at: '3:5', sub: 'removed' }],
      fixed: 'build {\n  post-processor "manifest" {\n    output = "b"\n  }\n}\n',
    },
    {
      name: 'blocks, and JSON',
      code: '{"source": {"qemu": {"x": {"run_once": true}}}}',
      file: 'x.pkr.json',
      findings: [{ message: 'deprecated', at: '1:29' }],
    },
  ],
});
