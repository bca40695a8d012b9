import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const required = (name: string) =>
  `packer {\n  required_plugins {\n    ${name} = {\n      source  = "github.com/hashicorp/${name}"\n      version = "~> 1.0"\n    }\n  }\n}\n`;

testRule(rule, {
  valid: [
    'source "qemu" "a" {}\nsource "null" "a" {}\nlocals {\n  a = 1\n}\nvariable "a" {}\ndata "null" "a" {}\nbuild {}\nbuild {}\n',
    { name: 'other folders', code: 'variable "a" {}\n', files: { 'other/x.pkr.hcl': 'variable "a" {}\n' } },
    { name: 'different plugins', code: required('qemu'), files: { 'b.pkr.hcl': required('proxmox') } },
  ],
  invalid: [
    {
      name: 'files that are built one by one',
      code: 'variable "a" {}\nsource "null" "x" {}\nbuild {\n  sources = ["null.x"]\n}\n',
      files: { 'z.pkr.hcl': 'variable "a" {}\nsource "null" "z" {}\nbuild {\n  sources = ["null.z"]\n}\n' },
      findings: [{ message: 'alternatives', at: '1:1', file: 'z.pkr.hcl', severity: 'medium' }],
    },
    {
      code: 'source "qemu" "a" {}\nsource "qemu" "a" {}\n',
      findings: [{ message: 'error', at: '2:1' }],
    },
    {
      name: 'in several files and forms',
      code: 'variable "a" {}\nlocals {\n  b = 1\n}\ndata "null" "c" {}\n',
      files: {
        'z.pkr.hcl': 'variables {\n  a = 1\n}\nlocal "b" {\n  expression = 1\n}\ndata "null" "c" {}\n',
      },
      findings: [
        { message: 'error', at: '2:3', file: 'z.pkr.hcl' },
        { message: 'error', at: '4:1', file: 'z.pkr.hcl' },
        { message: 'error', at: '7:1', file: 'z.pkr.hcl' },
      ],
    },
    {
      code: required('qemu'),
      files: { 'z.pkr.hcl': required('qemu') },
      findings: [
        {
          message: 'plugin',
          at: '3:5',
          file: 'z.pkr.hcl',
          data: { name: 'qemu', line: 3, file: 'image.pkr.hcl' },
        },
      ],
    },
  ],
});
