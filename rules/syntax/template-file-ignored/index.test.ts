import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const code = 'variable "x" {}\n';
const image = 'source "qemu" "u" {\n}\nbuild {\n  sources = ["source.qemu.u"]\n}\n';

testRule(rule, {
  valid: [
    {
      name: 'names that Packer reads, and files of others',
      code,
      files: {
        'u.pkr.hcl': image,
        'x.auto.pkrvars.hcl': 'x = 1\n',
        'y.pkrvars.hcl': 'x = 1\n',
        'job.hcl': 'source = "x"\nbuild {\n}\n',
        '.terraform.lock.hcl': image,
        'seed.pkrtpl.hcl': image,
        'sub/other.hcl': image,
        'empty.pkrvars': '# nothing\n',
      },
    },
    {
      name: 'a template in a file of its own',
      file: 'x.json',
      code: '{"builders": []}',
      files: { 'u.hcl': image },
    },
  ],
  invalid: [
    {
      code,
      files: {
        'ubuntu.hcl': image,
        'p.pkr': 'packer {\n  required_plugins {\n  }\n}\n',
        'v.pkrvars': 'x = 1\n',
      },
      findings: [
        { message: 'ignored', at: '1:1', file: 'p.pkr' },
        {
          message: 'ignored',
          at: '1:1',
          file: 'ubuntu.hcl',
          data: { name: 'ubuntu.hcl', what: 'a source and a build', better: 'ubuntu.pkr.hcl' },
        },
        { message: 'ignored', at: '1:1', file: 'v.pkrvars' },
      ],
    },
  ],
});
