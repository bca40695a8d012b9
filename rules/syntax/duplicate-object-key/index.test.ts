import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "k" {}\nlocals {\n  a = { a = 1, A = 2, (var.k) = 3, (var.k) = 4 }\n  b = merge({ a = 1 }, { a = 2 })\n  c = { a = { b = 1 }, b = 2 }\n  d = { for x in ["a", "a"] : x => 1... }\n}\n',
  ],
  invalid: [
    {
      code: 'source "vsphere-iso" "win" {\n  cd_content = {\n    "a.xml" = "a"\n    "a.xml" = "b"\n  }\n}\n',
      findings: [{ message: 'lost', at: '3:5', data: { key: 'a.xml', line: 4 } }],
    },
    {
      name: 'with the same value, quoted or not',
      code: 'locals {\n  a = {\n    a   = "x"\n    "a" = "x"\n  }\n  b = { c = 1, d = 2, c = 1 }\n}\n',
      findings: [
        { message: 'lost', at: '3:5' },
        { message: 'lost', at: '6:9' },
      ],
      fixed: 'locals {\n  a = {\n    "a" = "x"\n  }\n  b = { d = 2, c = 1 }\n}\n',
    },
    {
      name: 'with a comment between them',
      code: 'locals {\n  a = {\n    a = 1 # one\n    a = 1\n  }\n}\n',
      findings: [{ message: 'lost', at: '3:5' }],
    },
  ],
});
