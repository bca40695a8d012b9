// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    {
      name: 'declared in another file',
      code: 'source "null" "x" {\n  a = local.one.b[0].c\n  b = local.two\n  c = data.http.x.body\n}\n',
      files: {
        'l.pkr.hcl':
          'locals {\n  one = {}\n}\nlocal "two" {\n  expression = 1\n}\ndata "http" "x" {\n  url = "u"\n}\n',
      },
    },
    'locals {\n  a = [for local in [{ b = 1 }] : local.b]\n  c = [for data in [{ x = { y = 1 } }] : data.x.y]\n}\n',
    'variable "x" {\n  default = {}\n}\nsource "vsphere-iso" "x" {\n  dynamic "local" {\n    for_each = var.x\n    content {\n      a = local.value\n    }\n  }\n}\n',
  ],
  invalid: [
    {
      code: 'locals {\n  build_date = "1"\n}\nsource "null" "x" {\n  notes = local.builddate\n}\n',
      findings: [
        { message: 'meant', at: '5:11', data: { what: 'local', name: 'builddate', meant: 'build_date' } },
      ],
      fixed: 'locals {\n  build_date = "1"\n}\nsource "null" "x" {\n  notes = local.build_date\n}\n',
    },
    {
      code: 'data "http" "x" {\n  url = "u"\n}\nlocals {\n  a = "${local.b}"\n  c = data.http.y.body\n  d = data.null.other\n}\n',
      findings: [
        { message: 'unknown', at: '5:10', data: { what: 'local', name: 'b' } },
        { message: 'meant', at: '6:7', data: { what: 'data source', name: 'http.y', meant: 'http.x' } },
        { message: 'unknown', at: '7:7' },
      ],
    },
  ],
});
