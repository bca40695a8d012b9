import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "a" {\n  type    = number\n  default = "2"\n}\nvariable "b" {\n  type    = bool\n  default = "true"\n}\nvariable "c" {\n  type    = set(string)\n  default = ["a", 1]\n}\nvariable "d" {\n  type    = object({ x = string })\n  default = null\n}\n',
    {
      name: 'values of variable files',
      code: 'variable "a" {\n  type = number\n}\n',
      files: { 'x.auto.pkrvars.hcl': 'a = "3"\nother = "x"\n' },
    },
  ],
  invalid: [
    {
      code: 'variable "disks" {\n  type    = list(string)\n  default = "40G"\n}\n',
      findings: [{ message: 'error', at: '3:13' }],
      fixed: 'variable "disks" {\n  type    = list(string)\n  default = ["40G"]\n}\n',
    },
    {
      code: 'variable "a" {\n  type    = number\n  default = "abc"\n}\nvariable "b" {\n  type    = bool\n  default = "yes"\n}\nvariable "c" {\n  type    = object({ x = string })\n  default = {}\n}\n',
      findings: [
        { message: 'error', at: '3:13' },
        { message: 'error', at: '7:13' },
        { message: 'error', at: '11:13' },
      ],
    },
    {
      name: 'a value in a variable file',
      code: 'variable "a" {\n  type = number\n}\n',
      files: { 'x.auto.pkrvars.hcl': 'a = "many"\n' },
      findings: [{ message: 'error', at: '1:5', file: 'x.auto.pkrvars.hcl' }],
    },
  ],
});
