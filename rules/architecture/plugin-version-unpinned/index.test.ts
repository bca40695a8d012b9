import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const plugin = (name: string, version: string, source = `github.com/hashicorp/${name}`) =>
  `packer {\n  required_plugins {\n    ${name} = {\n      version = "${version}"\n      source = "${source}"\n    }\n  }\n}\n`;

testRule(rule, {
  valid: [
    ...['~> 1', '~> 1.1', '1.2.3', '= v1.2', '>= 1.0, < 2', '<= 1.9', 'nonsense'].map((version) =>
      plugin('qemu', version),
    ),
    'packer {\n  required_plugins {\n    qemu = ">= 1"\n    docker = {}\n  }\n}\n',
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"min_packer_version": "1.5", "builders": [{"type": "null"}]}',
    },
  ],
  invalid: [
    {
      code: plugin('qemu', '>= 1.0.9'),
      findings: [{ message: 'open', at: '4:17', data: { plugin: 'qemu', version: '>= 1.0.9' } }],
      fixed: plugin('qemu', '>= 1.0.9, < 2.0.0'),
    },
    {
      name: 'a plugin whose current version is a later major one',
      code: plugin('vsphere', '>= 1.4.2', 'github.com/vmware/vsphere'),
      findings: [{ message: 'open', at: '4:17' }],
      fixed: plugin('vsphere', '>= 1.4.2, < 3.0.0', 'github.com/vmware/vsphere'),
    },
    {
      name: 'a plugin that is not known',
      code: plugin('acme', '>= v0.3', 'git.example.com/acme/acme'),
      findings: [{ message: 'open', at: '4:17' }],
      fixed: plugin('acme', '>= 0.3, < 1.0.0', 'git.example.com/acme/acme'),
    },
    ...['> 1.0', '!= 1.1', '', '>= 1.0, != 1.2'].map((version) => ({
      code: plugin('qemu', version),
      findings: [{ message: 'open', at: '4:17' }],
    })),
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"packer": {"required_plugins": {"qemu": {"version": ">= 1", "source": "github.com/hashicorp/qemu"}}}}',
      findings: [{ message: 'open', at: '1:54' }],
      fixed:
        '{"packer": {"required_plugins": {"qemu": {"version": ">= 1, < 2.0.0", "source": "github.com/hashicorp/qemu"}}}}',
    },
  ],
});
