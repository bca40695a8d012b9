// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = 'source "null" "x" {\n  host = "h"\n}\n';
const variable = (name: string) => `variable "${name}" {\n  default = "1"\n}\n`;

testRule(rule, {
  valid: [
    `${variable('a')}${variable('b')}${variable('c')}source "null" "x" {\n  host = "%{ if true }\${var.a}%{ endif }"\n}\nlocals {\n  b = [for x in var.b : x]\n}\nbuild {\n  provisioner "shell" {\n    inline = [var["c"]]\n  }\n}\n`,
    {
      name: 'used in another file',
      code: build + variable('a'),
      files: { 'b.pkr.hcl': 'locals {\n  a = var.a\n}\n' },
    },
    {
      name: 'all of them are passed on',
      code: `${variable('a')}${build}locals {\n  a = jsonencode(var)\n}\n`,
    },
    { name: 'a folder of variables', code: variable('a') },
    { name: 'one without default has another rule', code: `variable "a" {}\n${build}` },
    {
      name: 'used by the validation of another',
      code: `${build}${variable('a')}data "null" "x" {\n  input = var.a\n}\n`,
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"variables": {"a": "1", "b": "2"}, "builders": [{"type": "null", "host": "{{user `a`}}{{ user \\"b\\" }}"}]}',
    },
    {
      name: 'a legacy template that waits for variable files',
      file: 'x.json',
      code: '{"variables": {"a": "1", "b": null}, "builders": [{"type": "null"}]}',
    },
    { name: 'a template that cannot be read', code: `${variable('a')}source "null" "x" {\n  host = \n}\n` },
  ],
  invalid: [
    {
      name: 'in a legacy template',
      file: 'x.json',
      code: '{"variables": {"a": "1", "b": "2"},\n"builders": [{"type": "null", "host": "{{user `a`}}"}]}',
      findings: [{ message: 'one', at: '1:26', data: { name: 'b' } }],
    },
    {
      code: `${build}variable "a" {\n  default = 1\n  validation {\n    condition = var.a > 0\n    error_message = "No."\n  }\n}\n`,
      findings: [{ message: 'one', at: '4:1', data: { name: 'a' } }],
    },
    {
      name: 'written out',
      code: `variables {\n  host = "x"\n}\n${build}`,
      findings: [{ message: 'fixed', at: '2:3', data: { name: 'host', source: 'null.x' } }],
    },
    {
      name: 'many in one file',
      code: build,
      files: { 'v.pkr.hcl': ['a', 'b', 'c', 'd', 'e', 'f'].map(variable).join('') },
      findings: [
        { message: 'many', at: '1:1', file: 'v.pkr.hcl', data: { count: 6, names: 'a, b, c, d, e, f' } },
      ],
    },
  ],
});
