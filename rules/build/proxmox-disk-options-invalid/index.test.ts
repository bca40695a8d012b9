import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const single = 'scsi_controller = "virtio-scsi-single"';
const block = (...lines: readonly string[]) => [
  'disks {',
  '  storage_pool = "local-lvm"',
  ...lines.map((line) => `  ${line}`),
  '}',
];
const disk = (...lines: readonly string[]) => inSource('proxmox-iso', single, ...block(...lines));

testRule(rule, {
  valid: [
    disk('type = "scsi"', 'io_thread = true', 'asyncio = "io_uring"', 'cache_mode = "none"'),
    { name: 'no virtio driver', code: inSource('proxmox-iso', ...block('type = "sata"', 'ssd = true')) },
    disk('type = var.bus', 'io_thread = var.threads', 'format = "raw"'),
    inSource('proxmox-clone', 'scsi_controller = var.controller', ...block('io_thread = true')),
    inSource(
      'proxmox-iso',
      single,
      'dynamic "disks" {',
      '  for_each = var.disks',
      '  content {',
      '    storage_pool = disks.value',
      '  }',
      '}',
    ),
    inSource('qemu', 'disk_size = "20G"'),
  ],
  invalid: [
    {
      code: inSource('proxmox-iso', ...block('type = "virtio-scsi"', 'io_thread = true')),
      findings: [found('4:12', 'bus-unknown'), found('5:5', 'io-thread-controller')],
      fixed: inSource('proxmox-iso', single, ...block('type = "virtio-scsi"', 'io_thread = true')),
    },
    {
      code: inSource('proxmox-iso', 'scsi_controller = "virtio-scsi-pci"', ...block('io_thread = true')),
      findings: [found('5:5', 'io-thread-controller', { data: { controller: '"virtio-scsi-pci"' } })],
      fixed: inSource('proxmox-iso', single, ...block('io_thread = true')),
    },
    { code: disk('type = "sata"', 'io_thread = true'), findings: [found('6:5', 'io-thread-bus')] },
    {
      code: inSource('proxmox-iso', single, 'disks {', '  disk_size = "20G"', '}'),
      findings: [found('3:10', 'pool-missing')],
    },
    {
      code: disk('asyncio = "aio"', 'cache_mode = "fast"', 'type = "virtio"', 'ssd = true'),
      findings: [
        found('5:15', 'asyncio-unknown'),
        found('6:18', 'cache-unknown'),
        found('8:5', 'ssd-on-virtio'),
      ],
    },
    {
      code: disk('format = "qcow2"'),
      findings: [found('5:5', 'format-on-block-storage', { severity: 'medium' })],
    },
    {
      code: inSource('proxmox-clone', ...block('disk_size = "20G"')),
      findings: [found('1:29', 'controller-default', { severity: 'low' })],
    },
    {
      code: inSource(
        'proxmox-iso',
        'iso_file = "local:iso/a.iso"',
        'cloud_init = true',
        ...block('type = "ide"'),
        ...block('type = "ide"'),
        ...block('type = "ide"'),
      ),
      findings: [found('3:3', 'too-many', { data: { bus: 'ide', limit: 4, count: 5 } })],
    },
  ],
});
