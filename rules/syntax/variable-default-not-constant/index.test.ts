// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "a" {\n  default = env("TOKEN")\n}\nvariable "b" {\n  default = { c = [1, "$${x}"], d = <<-EOT\n    text\n  EOT\n  }\n}\n',
    'variable "a" {\n  type    = number\n  default = -1\n  validation {\n    condition     = floor(var.a) == var.a\n    error_message = "Whole numbers only."\n  }\n}\n',
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"variables": {"a": "{{env `X`}}", "b": "{{user `a`}}"}, "builders": [{"type": "null"}]}',
    },
  ],
  invalid: [
    {
      code: 'variable "os" {\n  default = "debian"\n}\nvariable "name" {\n  default = "tpl-${var.os}"\n}\nvariable "other" {\n  default = lower(env("X"))\n}\nvariables {\n  root = path.root\n}\n',
      findings: [
        { message: 'error', at: '5:20' },
        { message: 'error', at: '8:13' },
        { message: 'error', at: '11:10' },
      ],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"variable": {"a": {"default": "${local.b}"}}}',
      findings: [{ message: 'error', at: '1:32' }],
    },
  ],
});
