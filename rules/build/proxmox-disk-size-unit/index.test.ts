import { testRule } from 'packer-hybrid/testing';
import { inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const disk = (size: string, type = 'proxmox-iso') => inSource(type, 'disks {', `  disk_size = ${size}`, '}');

testRule(rule, {
  valid: [
    disk('"20G"'),
    disk('"512M"', 'proxmox-clone'),
    disk('var.size'),
    disk('null'),
    inSource('proxmox-iso', 'disks {', '  storage_pool = "local"', '}'),
    { name: 'units of other platforms', code: inSource('qemu', 'disk_size = "20g"') },
  ],
  invalid: [
    {
      code: disk('"20GB"'),
      findings: [{ message: 'unit', at: '3:17', data: { size: '20GB' } }],
      fixed: disk('"20G"'),
    },
    {
      code: disk('"20g"', 'proxmox-clone'),
      findings: [{ message: 'unit', at: '3:17' }],
      fixed: disk('"20G"', 'proxmox-clone'),
    },
    { code: disk('"32.5G"'), findings: [{ message: 'unit', at: '3:17' }] },
    { code: disk('"20"'), findings: [{ message: 'unit', at: '3:17' }] },
    { code: disk('20'), findings: [{ message: 'unit', at: '3:17', data: { size: '20' } }] },
    {
      name: 'the size is a variable',
      code: `variable "size" {\n  default = "20GiB"\n}\n${disk('var.size')}`,
      findings: [{ message: 'unit', at: '6:17' }],
    },
    {
      name: 'a dynamic block',
      code: inSource(
        'proxmox-iso',
        'dynamic "disks" {',
        '  for_each = [1]',
        '  content {',
        '    disk_size = "8GB"',
        '  }',
        '}',
      ),
      findings: [{ message: 'unit', at: '5:19' }],
      fixed: inSource(
        'proxmox-iso',
        'dynamic "disks" {',
        '  for_each = [1]',
        '  content {',
        '    disk_size = "8G"',
        '  }',
        '}',
      ),
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "proxmox", "disks": [{"disk_size": "20gb"}]}]}',
      findings: [{ message: 'unit', at: '1:59' }],
      fixed: '{"builders": [{"type": "proxmox", "disks": [{"disk_size": "20G"}]}]}',
    },
  ],
});
