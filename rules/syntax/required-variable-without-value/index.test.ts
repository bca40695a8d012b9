import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = 'source "null" "x" {\n  host = var.host\n}\n';
const host = 'variable "host" {\n  type = string\n}\n';
const other = 'variable "other" {\n  type = string\n}\n';

testRule(rule, {
  valid: [
    { name: 'an input on purpose', code: host + build },
    { name: 'an empty default', code: `${host}${build}variable "other" {\n  default = null\n}\n` },
    {
      name: 'a value from a file',
      code: host + build + other,
      files: { 'a.auto.pkrvars.hcl': 'other = "x"\n' },
    },
    { name: 'a value from the configuration', code: host + build + other, vars: { other: 'x' } },
    { name: 'a folder of variables', code: other },
  ],
  invalid: [
    {
      code: host + build + other,
      findings: [{ message: 'unset', at: '7:1', data: { name: 'other' } }],
    },
    {
      name: 'used by its own validation alone',
      code: `${host}${build}variable "n" {\n  type = number\n  validation {\n    condition = var.n > 0\n    error_message = "No."\n  }\n}\n`,
      findings: [{ message: 'unset', at: '7:1' }],
    },
  ],
});
