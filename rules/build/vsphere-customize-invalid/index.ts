import { defineRule } from 'packer-hybrid/rules';
import { nestedBlocks } from '../_shared/nested.ts';
import { reportProblems } from '../_shared/problem.ts';
import { networkProblems } from './network.ts';
import { sourceProblems } from './source.ts';
import { systemProblems } from './system.ts';

export default defineRule({
  id: 'build/vsphere-customize-invalid',
  meta: {
    summary: 'The customization of a clone on vSphere is incomplete, or leaves it without network.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.88,
    remedy: 'Name the system once, with its names, and give every network adapter an interface.',
    example:
      'customize {\n  linux_options {\n    host_name = "node1"\n    domain    = "example.org"\n  }\n  network_interface {}\n}',
    recommended: true,
  },
  messages: {
    'interface-missing': 'The customization has no "network_interface": an empty one means DHCP.',
    'system-missing':
      'The customization says nothing of the system: it needs "linux_options", "windows_options" or "windows_sysprep_text".',
    'system-several': '"{first}" and "{second}" are for different systems: the plugin takes only one.',
    'sysprep-file': '"windows_sysprep_file" is deprecated: use "windows_sysprep_text" = file("…").',
    'names-missing': '"{block}" needs {missing}.',
    'netmask-missing': '"{name}" needs {missing} as well.',
    'gateway-outside':
      'The gateway {gateway} is in the network of no interface: it is dropped without a word.',
    'interface-count':
      'There are {interfaces} interfaces for {adapters} network adapters: vSphere wants as many.',
    'mac-without-network': '"{name}" needs {missing} as well.',
    'wait-address': '"{value}" is no network, such as 10.0.0.0/24.',
  },
  subs: {
    'interface-missing': 'no network interface',
    'system-missing': 'no system',
    'system-several': 'several systems',
    'sysprep-file': 'deprecated file for sysprep',
    'names-missing': 'system without its names',
    'netmask-missing': 'address without the length of its network',
    'gateway-outside': 'gateway that no interface reaches',
    'interface-count': 'other number of interfaces than adapters',
    'mac-without-network': 'MAC address without network',
    'wait-address': 'network to wait for that is none',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'vsphere-clone') return;
      reportProblems(report, [
        ...nestedBlocks(body, 'customize').flatMap((block) => [
          ...systemProblems(block.body),
          ...networkProblems(block.body, body),
        ]),
        ...sourceProblems(body),
      ]);
    },
  }),
});
