import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "a" {\n  type = bool\n}\nsource "vsphere-iso" "x" {\n  insecure_connection = var.a\n}\nsource "vsphere-clone" "y" {\n  insecure_connection = false\n}\n',
    'source "vsphere-iso" "x" {}\nbuild {\n  sources = ["source.vsphere-iso.x"]\n  post-processor "other" {\n    insecure = true\n  }\n  post-processor "vsphere" {}\n}\n',
  ],
  invalid: [
    {
      code: 'source "vsphere-iso" "x" {\n  insecure_connection = "true"\n}\n',
      findings: [
        { message: 'unchecked', at: '2:25', data: { name: 'insecure_connection' }, severity: 'high' },
      ],
      fixed: 'source "vsphere-iso" "x" {\n  insecure_connection = "false"\n}\n',
    },
    {
      name: 'a variable whose value a file gives',
      code: 'variable "a" {\n  type    = bool\n  default = true\n}\nsource "vsphere-clone" "x" {\n  insecure_connection = var.a\n}\n',
      files: { 'x.auto.pkrvars.hcl': 'a = true\n' },
      findings: [{ message: 'unchecked', at: '6:25' }],
    },
    {
      name: 'an example',
      file: 'examples/a/image.pkr.hcl',
      code: 'source "vsphere-iso" "x" {}\nbuild {\n  sources = ["source.vsphere-iso.x"]\n  post-processor "vsphere-template" {\n    insecure = true\n  }\n}\n',
      findings: [{ message: 'unchecked', at: '5:16', data: { name: 'insecure' }, severity: 'medium' }],
      fixed:
        'source "vsphere-iso" "x" {}\nbuild {\n  sources = ["source.vsphere-iso.x"]\n  post-processor "vsphere-template" {\n    insecure = false\n  }\n}\n',
    },
  ],
});
