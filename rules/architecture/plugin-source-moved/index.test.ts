import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const plugin = (name: string, source: string, version: string) =>
  `packer {\n  required_plugins {\n    ${name} = {\n      version = "${version}"\n      source = "${source}"\n    }\n  }\n}\n`;

testRule(rule, {
  valid: [
    plugin('vsphere', 'github.com/vmware/vsphere', '~> 2.0'),
    plugin('vsphere', 'git.example.com/mirror/vsphere', '~> 1.4'),
    plugin('qemu', 'github.com/hashicorp/qemu', '~> 1.0'),
    'packer {\n  required_plugins {\n    vsphere = ">= 1"\n  }\n}\n',
  ],
  invalid: [
    {
      code: plugin('vsphere', 'github.com/hashicorp/vsphere', '>= 1.4.2'),
      findings: [
        {
          message: 'moved',
          at: '5:16',
          severity: 'medium',
          data: {
            plugin: 'vsphere',
            old: 'github.com/hashicorp/vsphere',
            source: 'github.com/vmware/vsphere',
          },
        },
      ],
      fixed: plugin('vsphere', 'github.com/vmware/vsphere', '~> 2.0'),
    },
    {
      code: plugin('vmware', 'github.com/hashicorp/vmware', '~> 1.0'),
      findings: [{ message: 'pinned', at: '5:16', severity: 'low' }],
      fixed: plugin('vmware', 'github.com/vmware/vmware', '~> 2.0'),
    },
    {
      code: plugin('vmware', 'github.com/hashicorp/vmware', '>= 2.1'),
      findings: [{ message: 'moved', at: '5:16' }],
      fixed: plugin('vmware', 'github.com/vmware/vmware', '>= 2.1'),
    },
    {
      code: plugin('hcloud', 'github.com/hashicorp/hcloud', '~> 1.0'),
      findings: [{ message: 'moved', at: '5:16' }],
      fixed: plugin('hcloud', 'github.com/hetznercloud/hcloud', '~> 1.0'),
    },
  ],
});
