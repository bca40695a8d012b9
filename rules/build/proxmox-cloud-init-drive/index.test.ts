import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const vm = (...lines: readonly string[]) => inSource('proxmox-iso', ...lines);
const disk = ['disks {', '  storage_pool = "local-lvm"', '}'];
const iso = ['additional_iso_files {', '  iso_file = "local:iso/a.iso"', '}'];

testRule(rule, {
  valid: [
    vm('cloud_init = true', 'cloud_init_storage_pool = "local-lvm"', ...disk),
    vm('cloud_init = false', ...disk),
    vm('cloud_init = null'),
    vm('cloud_init = var.cloud_init'),
    vm('cloud_init = true', 'cloud_init_storage_pool = var.pool', 'cloud_init_disk_type = "scsi"'),
    vm('machine = "q35"', 'cloud_init = true', 'cloud_init_storage_pool = "p"', ...iso),
    inSource('qemu', 'cloud_init = true'),
  ],
  invalid: [
    {
      code: vm('cloud_init = true', ...disk),
      findings: [found('2:3', 'pool-missing')],
      fixed: vm('cloud_init = true', 'cloud_init_storage_pool = "local-lvm"', ...disk),
    },
    {
      name: 'a variable with an empty default',
      code: `variable "pool" {\n  default = ""\n}\n${vm('cloud_init = true', 'cloud_init_storage_pool = var.pool')}`,
      findings: [found('6:3', 'pool-missing')],
    },
    {
      code: inSource('proxmox-clone', 'cloud_init = true', 'cloud_init_disk_type = "virtio"'),
      findings: [found('2:3', 'pool-missing'), found('3:26', 'bus-unknown')],
    },
    {
      code: vm('cloud_init = true', 'cloud_init_storage_pool = "p"', ...iso, ...iso, ...iso, ...iso),
      findings: [found('2:3', 'bus-full', { data: { devices: 4 } })],
    },
    {
      code: vm('machine = "q35"', 'cloud_init = true', 'cloud_init_storage_pool = "p"', ...iso, ...iso),
      findings: [found('3:3', 'bus-full', { data: { devices: 2 } })],
    },
  ],
});
