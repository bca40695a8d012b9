import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const described = 'description = "x"';

testRule(rule, {
  valid: [
    `variable "a" {\n  type = string\n  ${described}\n}\n`,
    { code: 'variable "a" {\n  type = bool\n}\n', options: { description: false } },
    'variables {\n  a = "b"\n}\n',
    { file: 'x.json', code: '{"variables": {"a": ""}, "builders": []}' },
  ],
  invalid: [
    {
      code: `variable "a" {\n  ${described}\n  default = null\n}\n`,
      findings: [{ message: 'type', at: '1:1', severity: 'medium', data: { name: 'a' } }],
    },
    {
      code: `variable "a" {\n  ${described}\n}\n`,
      findings: [{ message: 'type', at: '1:1', severity: 'medium' }],
    },
    {
      code: `variable "a" {\n  ${described}\n  default = "x"\n}\n`,
      findings: [{ message: 'inferred', at: '1:1', sub: 'inferred', severity: 'low' }],
    },
    {
      name: 'many without description, once per file',
      code: 'abcdefg'
        .split('')
        .map((name) => `variable "${name}" {\n  type = string\n}\n`)
        .join(''),
      files: { 'more.pkr.hcl': 'variable "z" {\n  type = string\n}\n' },
      findings: [
        {
          message: 'description',
          at: '1:1',
          sub: 'description',
          data: { count: 7, names: 'a, b, c, d, e …' },
        },
        {
          message: 'description',
          at: '1:1',
          file: 'more.pkr.hcl',
          sub: 'description',
          data: { count: 1, names: 'z' },
        },
      ],
    },
  ],
});
