import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = 'build {\n  sources = ["source.qemu.x"]\n}\n';

testRule(rule, {
  valid: [
    `packer {\n  required_version = ">= 1.10.0"\n}\n${build}`,
    {
      name: 'a version in another file',
      code: build,
      files: { 'a.pkr.hcl': 'packer {\n  required_version = "~> 1.9"\n}\n' },
    },
    { name: 'no build', code: 'source "qemu" "x" {}\n' },
    { name: 'a legacy template', file: 'x.json', code: '{"builders": [{"type": "null"}]}' },
  ],
  invalid: [
    {
      code: build,
      findings: [{ message: 'missing', at: '1:1' }],
      fixed: `packer {\n  required_version = ">= 1.10.0"\n}\n\n${build}`,
    },
    {
      code: `packer {\n  required_plugins {\n  }\n}\nlocals {\n  a = sum([1])\n}\n${build}`,
      findings: [{ message: 'missing', at: '8:1' }],
      fixed: `packer {\n  required_plugins {\n  }\n  required_version = ">= 1.13.0"\n}\nlocals {\n  a = sum([1])\n}\n${build}`,
    },
    {
      code: `packer {\n  required_version = ""\n}\n${build}`,
      findings: [{ message: 'empty', at: '2:3' }],
      fixed: `packer {\n  required_version = ">= 1.10.0"\n}\n${build}`,
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"build": {"sources": []}}',
      findings: [{ message: 'missing', at: '1:11' }],
    },
  ],
});
