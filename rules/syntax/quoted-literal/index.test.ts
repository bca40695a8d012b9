// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "qemu" "x" {\n  memory = 2\n  headless = true\n  disk_size = "40960"\n  vm_name = "1"\n  cpus = "two"\n  use_default_display = "yes"\n}\n',
    { name: 'JSON', file: 'x.pkr.json', code: '{"source": {"qemu": {"x": {"headless": "true"}}}}' },
    {
      name: 'a variable that something else uses as well',
      code: 'variable "m" {\n  type = string\n}\nsource "qemu" "x" {\n  memory = var.m\n  vm_name = "vm-${var.m}"\n}\n',
    },
    {
      name: 'a variable that its own condition or a build uses',
      code: 'variable "m" {\n  type = string\n  validation {\n    condition = length(var.m) > 1\n    error_message = "No."\n  }\n}\nvariable "n" {\n  type = string\n}\nsource "qemu" "x" {\n  memory = var.m\n  cpus = var.n\n}\nbuild {\n  name = var.n\n}\n',
    },
    {
      name: 'a variable with the right type',
      code: 'variable "m" {\n  type = number\n}\nsource "qemu" "x" {\n  memory = var.m\n}\n',
    },
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  memory = "2048"\n  headless = "true"\n}\nbuild {\n  provisioner "shell" {\n    max_retries = "3"\n  }\n}\n',
      findings: [
        { message: 'literal', at: '2:12', data: { name: 'memory', expected: 'number', value: '2048' } },
        { message: 'literal', at: '3:14' },
        { message: 'literal', at: '7:19' },
      ],
      fixed:
        'source "qemu" "x" {\n  memory = 2048\n  headless = true\n}\nbuild {\n  provisioner "shell" {\n    max_retries = 3\n  }\n}\n',
    },
    {
      code: 'variable "m" {\n  type = string\n  default = "2048"\n}\nsource "qemu" "x" {\n  memory = var.m\n}\nsource "qemu" "y" {\n  memory = "${var.m}"\n}\n',
      findings: [{ message: 'variable', at: '1:1', data: { name: 'm', expected: 'number' } }],
    },
  ],
});
