// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'locals {\n  a = "x${local.b}"\n  b = "y"\n}\n',
    'data "http" "a" {\n  url = local.u\n}\ndata "http" "b" {\n  url = data.http.a.body\n}\nlocals {\n  u = "x"\n  v = data.http.b.body\n}\n',
  ],
  invalid: [
    {
      code: 'locals {\n  a = "x${local.b}"\n  b = "y${local.a}"\n}\n',
      findings: [{ message: 'error', at: '2:3' }],
    },
    {
      name: 'an attribute of itself',
      code: 'locals {\n  m = { a = 1, b = local.m.a }\n}\n',
      findings: [{ message: 'error', at: '2:3' }],
    },
    {
      name: 'over a data source',
      code: 'data "http" "a" {\n  url = local.u\n}\nlocals {\n  u = "${local.v}/x"\n  v = data.http.a.body\n}\n',
      findings: [
        {
          message: 'data',
          at: '1:1',
          data: { name: 'data.http.a', way: 'data.http.a → local.u → local.v → data.http.a' },
        },
      ],
    },
    {
      name: 'of data sources, told once',
      code: 'data "http" "a" {\n  url = data.http.b.body\n}\ndata "http" "b" {\n  url = data.http.a.body\n}\n',
      findings: [{ message: 'data', at: '1:1' }],
    },
  ],
});
