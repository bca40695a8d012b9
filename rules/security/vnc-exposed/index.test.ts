import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "qemu" "x" {\n  vnc_bind_address = "127.0.0.1"\n}\nsource "qemu" "y" {\n  vnc_bind_address = "::1"\n}\nsource "qemu" "z" {}\n',
    'source "qemu" "x" {\n  vnc_bind_address = "0.0.0.0"\n  vnc_use_password = true\n}\n',
    'variable "a" {}\nsource "qemu" "x" {\n  vnc_bind_address = var.a\n}\nsource "qemu" "y" {\n  vnc_bind_address = "0.0.0.0"\n  vnc_use_password = var.a\n}\n',
    'source "qemu" "x" {\n  qemuargs = [["-vnc", "127.0.0.1:1"], ["-display", "none"], ["-vnc", "0.0.0.0:1,password=on"], ["-vnc", "none"]]\n}\n',
    'source "other" "x" {\n  vnc_bind_address = "0.0.0.0"\n}\n',
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  vnc_bind_address = "0.0.0.0"\n}\n',
      findings: [{ message: 'bound', at: '2:3', data: { address: '0.0.0.0' } }],
      fixed: 'source "qemu" "x" {\n  vnc_bind_address = "0.0.0.0"\n  vnc_use_password = true\n}\n',
    },
    {
      name: 'through a variable, beside arguments of its own',
      code: 'variable "a" {\n  default = "::"\n}\nsource "qemu" "x" {\n  vnc_bind_address = var.a\n  vnc_use_password = false\n  qemuargs = [["-vnc", ":3"]]\n}\n',
      findings: [
        { message: 'bound', at: '5:3', data: { address: '::' } },
        { message: 'argument', at: '7:3', data: { address: 'every address' } },
      ],
      fixed:
        'variable "a" {\n  default = "::"\n}\nsource "qemu" "x" {\n  vnc_bind_address = var.a\n  vnc_use_password = true\n  qemuargs = [["-vnc", ":3"]]\n}\n',
    },
  ],
});
