// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = 'source "null" "x" {\n  host = "h"\n}\n';

testRule(rule, {
  valid: [
    'locals {\n  a = 1\n  b = local.a\n}\ndata "http" "c" {\n  url = "u"\n}\nsource "null" "x" {\n  host = "${local.b}${data.http.c.body}"\n}\n',
    {
      name: 'a local that ends the build on purpose',
      code: `variable "f" {\n  default = "a"\n}\nlocals {\n  firmware = var.f == "a" ? null : file("ERROR: no")\n  f_check = 1\n}\n${build}`,
    },
    {
      name: 'passed on as a whole',
      code: `locals {\n  a = 1\n}\nsource "null" "x" {\n  host = templatefile("x", local)\n}\n`,
    },
    { name: 'a folder of locals', code: 'locals {\n  a = 1\n}\n' },
    {
      name: 'any data source of a type',
      code: `variable "n" {}\ndata "http" "c" {}\nsource "null" "x" {\n  host = data.http[var.n].body\n  b = jsonencode(local.z)\n}\nlocal "z" {\n  expression = 1\n}\n`,
    },
  ],
  invalid: [
    {
      code: `locals {\n  a = 1\n  b = local.a\n}\nlocal "c" {\n  expression = 1\n}\n${build}`,
      findings: [
        { message: 'local', at: '3:3', data: { name: 'b' } },
        { message: 'local', at: '5:1' },
      ],
    },
    {
      code: `data "http" "c" {\n  url = "u"\n}\n${build}`,
      findings: [{ message: 'data', at: '1:1', severity: 'medium', data: { name: 'http.c' } }],
    },
  ],
});
