import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { isProxmox, isProxmoxIso } from '../_shared/proxmox.ts';
import { defaultProblems } from './defaults.ts';
import { machineProblems } from './machine.ts';
import { networkProblems } from './network.ts';
import { passthroughProblems } from './passthrough.ts';

export default defineRule({
  id: 'build/proxmox-vm-config-invalid',
  meta: {
    summary: 'Settings of a machine on Proxmox are out of range, or left to defaults that hurt.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy:
      'Set the value within its range, and say what the machine is where the default is older than the guest.',
    example:
      'vm_id    = 9000\ncpu_type = "host"\nos       = "l26"\nmemory   = 2048\ntags     = "debian;template"',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    'vm-id-range': '"{name}" is {value}; Proxmox takes numbers from 100 to 999999999.',
    'memory-too-small': '"memory" is {value} MiB: below 16 the plugin takes 512 without a word.',
    'memory-default': 'No "memory": the machine gets 512 MiB, in which many installers are killed.',
    'balloon-above-memory': '"ballooning_minimum" ({minimum}) is more than "memory" ({memory}).',
    'tags-separator': 'The plugin divides tags at ";" alone: "{tags}" is sent as one tag.',
    'bridge-missing': 'The network adapter has no "bridge": the plugin refuses it.',
    'queues-without-virtio': '"packet_queues" is for the model "virtio"; here it is {model}.',
    'mtu-range': '"mtu" is {value}; it goes from 0 to 65520.',
    'model-default': 'No "model": the adapter is an emulated e1000, far slower than "virtio".',
    'serials-count': 'There are {count} serial ports; a machine has four at most.',
    'serial-format': 'The serial port "{value}" is neither "socket" nor a path below /dev.',
    'rng-source': '"source" is "{value}"; Proxmox knows {allowed}.',
    'rng-unlimited': '"max_bytes" = 0 lets the guest take as much entropy from the host as it likes.',
    'pci-device': 'A PCI device needs either "host" or "mapping"; here {found}.',
    'pci-address': '"{value}" is no PCI address, such as 0000:01:00.0.',
    'pci-legacy-igd': '"legacy_igd" needs the machine "pc" and "vga" of the type "none".',
    'pci-express': '"pcie" needs "machine" = "q35"; here it is {machine}.',
    'os-default': 'No "os": Proxmox treats the guest as "other" and leaves out what its system could use.',
    'cpu-default': 'No "cpu_type": kvm64 lacks instructions that current systems ask for.',
  },
  subs: {
    'vm-id-range': 'identifier out of range',
    'memory-too-small': 'memory below the least that counts',
    'memory-default': 'memory left to the default',
    'balloon-above-memory': 'least memory above all memory',
    'tags-separator': 'tags that are not divided by semicolons',
    'bridge-missing': 'network adapter without bridge',
    'queues-without-virtio': 'packet queues without virtio',
    'mtu-range': 'MTU out of range',
    'model-default': 'network model left to the default',
    'serials-count': 'more than four serial ports',
    'serial-format': 'serial port that is no device',
    'rng-source': 'unknown source of random numbers',
    'rng-unlimited': 'entropy without limit',
    'pci-device': 'PCI device that is not named in exactly one way',
    'pci-address': 'address that is none of a PCI device',
    'pci-legacy-igd': 'legacy graphics on another machine',
    'pci-express': 'PCI Express on another machine than q35',
    'os-default': 'operating system left to the default',
    'cpu-default': 'CPU type left to the default',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isProxmox(type)) return;
      reportProblems(report, [
        ...machineProblems(body),
        ...networkProblems(body),
        ...passthroughProblems(body),
        ...defaultProblems(body, isProxmoxIso(type)),
      ]);
    },
  }),
});
