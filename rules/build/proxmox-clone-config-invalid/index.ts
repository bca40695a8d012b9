import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { networkProblems } from './network.ts';
import { originProblems } from './origin.ts';

export default defineRule({
  id: 'build/proxmox-clone-config-invalid',
  meta: {
    summary:
      'A proxmox-clone source does not say what it clones, or describes addresses that Proxmox refuses.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Name one template to clone, and give addresses with the length of their network.',
    example:
      'clone_vm_id  = 9000\nnameserver   = "1.1.1.1 8.8.8.8"\ntask_timeout = "10m"\nipconfig {\n  ip      = "10.0.0.5/24"\n  gateway = "10.0.0.1"\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    'origin-twice': '"{first}" and "{second}" both say what to clone: the plugin takes only one.',
    'origin-missing': 'Neither "clone_vm" nor "clone_vm_id" is set: there is nothing to clone.',
    'id-range': '"clone_vm_id" is {value}; Proxmox has numbers from 100 to 999999999.',
    nameserver: '"{value}" is no list of IP addresses: they are divided by blanks.',
    address: '"{value}" is none of {allowed}.',
    gateway: 'The gateway "{value}" is no IP address.',
    'adapter-missing':
      'There are {configs} "ipconfig" blocks for {adapters} "network_adapters": each needs one.',
    'short-timeout': 'A full clone of a large disk takes longer than "task_timeout", which is {value}.',
  },
  subs: {
    'origin-twice': 'two things to clone',
    'origin-missing': 'nothing to clone',
    'id-range': 'identifier out of range',
    nameserver: 'name servers that are not divided by blanks',
    address: 'address that is none, or without the length of its network',
    gateway: 'gateway that is no address',
    'adapter-missing': 'more addresses than network adapters',
    'short-timeout': 'too little time for a full clone',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'proxmox-clone') return;
      reportProblems(report, [...originProblems(body), ...networkProblems(body)]);
    },
  }),
});
