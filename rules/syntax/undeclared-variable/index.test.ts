// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    {
      name: 'declared in another file, in any form',
      code: 'source "null" "x" {\n  a = var.one\n  b = "${var.two-x}"\n  c = [for k, v in var.three : v]\n}\n',
      files: {
        'variables.pkr.hcl': 'variable "one" {}\nvariables {\n  two-x = 1\n}\n',
        'more.pkr.json': '{"variable": {"three": {"default": []}}}',
      },
    },
    'locals {\n  a = "$${var.x} var.y"\n  # var.z\n  c = [for var in [{ a = 1 }] : var.a]\n}\n',
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null", "host": "${var.x}"}]}',
    },
  ],
  invalid: [
    {
      name: 'a branch that is not taken',
      code: 'variable "boot_cmd" {\n  default = null\n}\nsource "qemu" "x" {\n  boot_command = var.boot_cmd == null ? ["<enter>"] : var.boot_cmdd\n}\n',
      findings: [{ message: 'meant', at: '5:55', data: { name: 'boot_cmdd', meant: 'boot_cmd' } }],
      fixed:
        'variable "boot_cmd" {\n  default = null\n}\nsource "qemu" "x" {\n  boot_command = var.boot_cmd == null ? ["<enter>"] : var.boot_cmd\n}\n',
    },
    {
      name: 'in heredocs, loops, builds and locals',
      code: 'locals {\n  a = <<-EOT\n    x ${var.a.b}\n  EOT\n}\nbuild {\n  name = var.n\n  provisioner "shell" {\n    inline = [for x in [1] : "%{ if var.c }${x}%{ endif }"]\n  }\n}\n',
      findings: [
        { message: 'unknown', at: '3:9', data: { name: 'a' } },
        { message: 'unknown', at: '7:10' },
        { message: 'unknown', at: '9:37' },
      ],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"locals": {"a": "${var.x}"}}',
      findings: [{ message: 'unknown', at: '1:18' }],
    },
  ],
});
