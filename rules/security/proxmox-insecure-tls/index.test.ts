import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "proxmox-iso" "x" {\n  proxmox_url = "https://pve:8006/api2/json"\n}\n',
    {
      name: 'a variable without default, and one that is null',
      code: 'variable "a" {\n  type = bool\n}\nvariable "b" {\n  type = bool\n  default = null\n}\nsource "proxmox-iso" "x" {\n  insecure_skip_tls_verify = var.a\n}\nsource "proxmox-clone" "y" {\n  insecure_skip_tls_verify = var.b\n}\n',
    },
    {
      name: 'a default that the variable file turns off',
      code: 'variable "a" {\n  default = true\n}\nsource "proxmox-iso" "x" {\n  insecure_skip_tls_verify = var.a\n}\n',
      files: { 'x.auto.pkrvars.hcl': 'a = false\n' },
    },
    'source "other" "x" {\n  insecure_skip_tls_verify = true\n}\n',
  ],
  invalid: [
    {
      code: 'source "proxmox-clone" "x" {\n  insecure_skip_tls_verify = true\n}\n',
      findings: [{ message: 'unchecked', at: '2:30' }],
      fixed: 'source "proxmox-clone" "x" {\n  insecure_skip_tls_verify = false\n}\n',
    },
    {
      name: 'through a variable',
      code: 'variable "a" {\n  type    = bool\n  default = true\n}\nsource "proxmox-iso" "x" {\n  insecure_skip_tls_verify = var.a\n}\n',
      findings: [{ message: 'unchecked', at: '6:30' }],
      fixed:
        'variable "a" {\n  type    = bool\n  default = false\n}\nsource "proxmox-iso" "x" {\n  insecure_skip_tls_verify = var.a\n}\n',
    },
    {
      name: 'through a local and a variable file',
      code: 'variable "a" {\n  type = bool\n}\nlocals {\n  b = var.a\n}\nsource "proxmox-iso" "x" {\n  insecure_skip_tls_verify = local.b\n  proxmox_url = "http://pve:8006/api2/json"\n}\n',
      files: { 'x.auto.pkrvars.hcl': 'a = true\n' },
      findings: [
        { message: 'unchecked', at: '8:30' },
        { message: 'unencrypted', at: '9:17' },
      ],
    },
    {
      name: 'in what the build adds',
      code: 'source "proxmox-iso" "x" {}\nbuild {\n  source "proxmox-iso.x" {\n    insecure_skip_tls_verify = "true"\n  }\n}\n',
      findings: [{ message: 'unchecked', at: '4:32' }],
      fixed:
        'source "proxmox-iso" "x" {}\nbuild {\n  source "proxmox-iso.x" {\n    insecure_skip_tls_verify = "false"\n  }\n}\n',
    },
    {
      file: 'x.json',
      code: '{"variables": {"t": "true"}, "builders": [{"type": "proxmox-iso", "insecure_skip_tls_verify": "{{user `t`}}"}]}',
      findings: [{ message: 'unchecked', at: '1:95' }],
      fixed:
        '{"variables": {"t": "false"}, "builders": [{"type": "proxmox-iso", "insecure_skip_tls_verify": "{{user `t`}}"}]}',
    },
  ],
});
