import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "x" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    `variable "n" {\n  default = "pve-prod-03"\n}\n${source('proxmox-iso', 'node = var.n')}`,
    source(
      'proxmox-iso',
      'network_adapters {',
      '  bridge = "vmbr0"',
      '}',
      'disks {',
      '  storage_pool = "local-lvm"',
      '}',
    ),
    source(
      'vsphere-iso',
      'network_adapters {',
      '  network = "VM Network"',
      '}',
      'vcenter_server = "vcenter.example.com"',
    ),
    source('proxmox-clone', 'ipconfig {', '  ip = "10.0.0.5/24"', '}'),
    source('qemu', 'host = "abc"'),
    {
      name: 'a legacy template with a variable',
      file: 'x.json',
      code: '{"variables": {"n": "pve"}, "builders": [{"type": "proxmox-iso", "node": "{{user `n`}}"}]}',
    },
  ],
  invalid: [
    {
      code: source(
        'proxmox-iso',
        'proxmox_url = "https://10.10.0.5:8006/api2/json"',
        'node = "pve-prod-03"',
        'network_adapters {',
        '  vlan_tag = 42',
        '}',
      ),
      findings: [
        { message: 'written', at: '2:3', data: { name: 'proxmox_url' }, severity: 'medium' },
        { message: 'written', at: '3:3' },
        { message: 'written', at: '5:5' },
      ],
    },
    { code: source('vsphere-clone', 'datastore = "vsan-1"'), findings: [{ message: 'written', at: '2:3' }] },
    {
      code: source(
        'azure-arm',
        'location = "West Europe"',
        'tenant_id = "11111111-2222-3333-4444-555555555555"',
      ),
      findings: [
        { message: 'written', at: '2:3', severity: 'low' },
        { message: 'written', at: '3:3' },
      ],
    },
  ],
});
