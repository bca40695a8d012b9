import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const plugins = (...lines: readonly string[]) =>
  `packer {\n  required_plugins {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

testRule(rule, {
  valid: [
    plugins(
      'a = { version = ">= v3.2.0", source = "github.com/x/y" }',
      'windows-update = { version = "~> 1", source = "git.example.com/a/b/c" }',
    ),
    'packer {\n  required_version = ">= 1.7, < 2"\n}\nterraform {\n  required_providers {\n    a = "1"\n  }\n}\n',
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"packer": {"required_plugins": {"a": {"version": "1.0", "source": "github.com/x/y"}}}}',
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"min_packer_version": "1.5", "builders": [{"type": "null"}]}',
    },
  ],
  invalid: [
    {
      code: plugins(
        'proxmox = {',
        '  version = "~> 1"',
        '  source  = "https://github.com/hashicorp/packer-plugin-proxmox"',
        '}',
      ),
      findings: [{ message: 'scheme', at: '5:17', data: { plugin: 'proxmox' } }],
      fixed: plugins('proxmox = {', '  version = "~> 1"', '  source  = "github.com/hashicorp/proxmox"', '}'),
    },
    {
      code: plugins('qemu = ">= 1.0"', 'acme = "1"'),
      findings: [
        { message: 'string', at: '3:12' },
        { message: 'string', at: '4:12' },
      ],
      fixed: plugins('qemu = { version = ">= 1.0", source = "github.com/hashicorp/qemu" }', 'acme = "1"'),
    },
    {
      code: plugins(
        'qemu = {',
        '  version = "~> 1"',
        '}',
        'ansible = { source = "github.com/hashicorp/ansible" }',
        'acme = {}',
      ),
      findings: [
        { message: 'missing', at: '3:5', data: { plugin: 'qemu', key: 'source' } },
        { message: 'missing', at: '6:5', data: { plugin: 'ansible', key: 'version' } },
        { message: 'missing', at: '7:5' },
        { message: 'missing', at: '7:5' },
      ],
      fixed: plugins(
        'qemu = {',
        '  version = "~> 1"',
        '  source = "github.com/hashicorp/qemu"',
        '}',
        'ansible = { source = "github.com/hashicorp/ansible", version = "~> 1.1" }',
        'acme = {}',
      ),
    },
    {
      code: plugins(
        'a = { version = "latest", source = "x/y" }',
        'b = { version = "1.0-beta1", source = "github.com/x/packer-plugin-b" }',
        'e--f = { version = "1", source = "github.com/x/y/" }',
      ),
      findings: [
        { message: 'version', at: '3:21' },
        { message: 'source', at: '3:40' },
        { message: 'prerelease', at: '4:21' },
        { message: 'prefix', at: '4:43' },
        { message: 'name', at: '5:5' },
        { message: 'source', at: '5:38' },
      ],
      fixed: plugins(
        'a = { version = "latest", source = "x/y" }',
        'b = { version = "1.0-beta1", source = "github.com/x/b" }',
        'e--f = { version = "1", source = "github.com/x/y" }',
      ),
    },
    {
      code: 'packer {\n  required_version = "latest"\n  version = "1"\n  required_plugins {\n    Ab = { version = "1", source = "github.com/x/y", url = "z" }\n  }\n}\n',
      findings: [
        { message: 'required', at: '2:22' },
        { message: 'attribute', at: '3:3' },
        { message: 'name', at: '5:5' },
        { message: 'key', at: '5:54' },
      ],
    },
  ],
});
