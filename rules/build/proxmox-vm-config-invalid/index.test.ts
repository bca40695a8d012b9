import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const base = ['memory = 2048', 'os = "l26"', 'cpu_type = "host"'];
/** The first of the lines is line 5. */
const vm = (...lines: readonly string[]) => inSource('proxmox-iso', ...base, ...lines);

testRule(rule, {
  valid: [
    vm('vm_id = 9000', 'tags = "debian;template"', 'serials = ["socket", "/dev/ttyS0"]'),
    { name: 'Proxmox chooses the identifier', code: vm('vm_id = 0') },
    vm('vm_id = null', 'tags = "one"', 'ballooning_minimum = 0'),
    vm('network_adapters {', '  bridge = "vmbr0"', '  model = "virtio"', '  packet_queues = 4', '}'),
    {
      name: 'Windows without virtio',
      code: vm('network_adapters {', '  bridge = "b"', '  model = "e1000"', '}'),
    },
    vm('machine = "pc-q35-9.0"', 'pci_devices {', '  host = "0000:01:00.0"', '  pcie = true', '}'),
    vm('rng0 {', '  source = "/dev/urandom"', '  max_bytes = 1024', '}'),
    vm('vga {', '  type = "none"', '}', 'pci_devices {', '  mapping = "igd"', '  legacy_igd = true', '}'),
    inSource('proxmox-clone', 'memory = var.memory'),
    inSource('qemu', 'memory = 8'),
  ],
  invalid: [
    {
      code: vm('vm_id = 90', 'tags = "debian, template"', 'network_adapters {', '  model = "virtio"', '}'),
      findings: [
        found('5:11', 'vm-id-range'),
        found('6:10', 'tags-separator', { severity: 'low' }),
        found('7:21', 'bridge-missing'),
      ],
      fixed: vm('vm_id = 90', 'tags = "debian;template"', 'network_adapters {', '  model = "virtio"', '}'),
    },
    {
      name: 'values from variables',
      code: `variable "id" {\n  default = 42\n}\n${vm('vm_id = var.id')}`,
      findings: [found('8:11', 'vm-id-range', { data: { name: 'vm_id', value: 42 } })],
    },
    {
      code: inSource('proxmox-clone', 'memory = 8', 'ballooning_minimum = 4'),
      findings: [found('2:12', 'memory-too-small')],
    },
    { code: vm('ballooning_minimum = 4096'), findings: [found('5:3', 'balloon-above-memory')] },
    {
      code: vm('network_adapters {', '  bridge = "b"', '  packet_queues = 4', '  mtu = 70000', '}'),
      findings: [found('7:5', 'queues-without-virtio'), found('8:11', 'mtu-range')],
    },
    {
      code: vm('network_adapters {', '  bridge = "b"', '}'),
      findings: [found('5:21', 'model-default', { severity: 'low' })],
    },
    {
      code: vm('serials = ["socket", "socket", "socket", "socket", "tty"]'),
      findings: [found('5:13', 'serials-count'), found('5:13', 'serial-format')],
    },
    {
      code: vm('rng0 {', '  source = "/dev/zero"', '  max_bytes = 0', '}'),
      findings: [found('6:14', 'rng-source'), found('7:5', 'rng-unlimited', { severity: 'medium' })],
    },
    {
      code: vm('pci_devices {', '  pcie = true', '  host = "1:0"', '  mapping = "m"', '}'),
      findings: [found('5:16', 'pci-device'), found('6:5', 'pci-express'), found('7:12', 'pci-address')],
    },
    {
      code: vm('machine = "q35"', 'pci_devices {', '  legacy_igd = true', '}'),
      findings: [found('6:16', 'pci-device'), found('7:5', 'pci-legacy-igd')],
    },
    {
      code: inSource('proxmox-iso', 'node = "n"'),
      findings: [
        found('1:27', 'memory-default', { severity: 'low' }),
        found('1:27', 'os-default', { severity: 'low' }),
        found('1:27', 'cpu-default', { severity: 'low' }),
      ],
    },
  ],
});
