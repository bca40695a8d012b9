import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const vm = (...lines: readonly string[]) => inSource('qemu', ...lines);

testRule(rule, {
  valid: [
    vm('disk_size = "40G"', 'disk_image = true', 'skip_resize_disk = true', 'use_backing_file = true'),
    { name: 'MiB', code: vm('disk_size = 40960', 'disk_additional_size = ["10240", "5g"]') },
    vm('disk_size = var.size', 'format = var.format', 'accelerator = "hvf"', 'memory = 2048', 'cpus = 2'),
    vm('boot_command = ["<enter>"]', 'boot_steps = null', 'vnc_port_min = 5901', 'vnc_password = "12345678"'),
    vm('efi_firmware_code = "OVMF_CODE.secboot.fd"', 'efi_firmware_vars = "v.fd"', 'machine_type = "q35"'),
    inSource('proxmox-iso', 'disk_size = "40GB"'),
  ],
  invalid: [
    {
      code: vm('disk_size = "40GB"', 'skip_resize_disk = true'),
      findings: [
        found('2:15', 'size-format', { severity: 'critical' }),
        found('3:3', 'resize-without-image'),
      ],
      fixed: vm('disk_size = "40G"', 'skip_resize_disk = true'),
    },
    {
      code: vm('disk_size = 40'),
      findings: [found('2:15', 'size-small', { severity: 'high' })],
      fixed: vm('disk_size = "40G"'),
    },
    {
      name: 'the size is a variable',
      code: `variable "size" {\n  default = "20 G"\n}\n${vm('disk_size = var.size')}`,
      findings: [found('5:15', 'size-format')],
    },
    { code: vm('disk_additional_size = ["10G", "5GB"]'), findings: [found('2:26', 'size-format')] },
    {
      code: vm('format = "vmdk"', 'accelerator = "kvm2"', 'disk_interface = "nvme"', 'disk_cache = "fast"'),
      findings: [
        found('2:12', 'value-unknown'),
        found('3:17', 'value-unknown'),
        found('4:20', 'value-unknown'),
        found('5:16', 'value-unknown'),
      ],
    },
    {
      code: vm('use_backing_file = true', 'format = "raw"', 'disk_compression = true'),
      findings: [
        found('2:3', 'backing-file', { data: { missing: '"disk_image" = true and "format" = "qcow2"' } }),
        found('4:3', 'compression-raw', { severity: 'low' }),
      ],
    },
    {
      code: vm('boot_command = ["a"]', 'boot_steps = [["a"]]', 'disable_vnc = true'),
      findings: [found('2:3', 'boot-without-vnc'), found('3:3', 'boot-twice')],
    },
    {
      code: vm('vnc_port_min = 5000', 'host_port_max = 2000', 'vnc_password = "123456789"'),
      findings: [
        found('2:3', 'port-range', {
          data: {
            minimum: 'vnc_port_min',
            maximum: 'vnc_port_max',
            low: 5000,
            high: 6000,
            reason: ': VNC begins at port 5900',
          },
        }),
        found('3:3', 'port-range'),
        found('4:3', 'vnc-password'),
      ],
    },
    {
      code: vm('cpus = -1', 'memory = 4'),
      findings: [found('2:10', 'count-negative'), found('3:12', 'memory-small')],
    },
    {
      code: vm('efi_firmware_code = "OVMF_CODE.secboot.fd"'),
      findings: [found('2:3', 'efi-files'), found('2:3', 'secure-boot-machine')],
    },
  ],
});
