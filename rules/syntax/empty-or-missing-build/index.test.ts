import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = 'source "null" "x" {\n  communicator = "none"\n}\n';

testRule(rule, {
  valid: [
    `${source}build {\n  sources = ["null.x"]\n  error-cleanup-provisioner "shell" {\n    inline = ["true"]\n  }\n}\n`,
    `${source}variable "all" {\n  default = []\n}\nbuild {\n  sources = var.all\n}\nbuild {\n  source "null.x" {}\n}\n`,
    {
      name: 'a build in another file',
      code: source,
      files: { 'b.pkr.hcl': 'build {\n  sources = ["null.x"]\n}\n' },
    },
    { name: 'a folder of variables', code: 'variable "x" {}\nlocals {}\n' },
    { name: 'a file that cannot be read', code: `${source}build {\n  sources = [\n` },
  ],
  invalid: [
    { code: `${source}source "null" "y" {}\n`, findings: [{ message: 'missing', at: '1:1' }] },
    {
      code: `${source}build {\n  name = "img"\n}\n`,
      findings: [{ message: 'empty', at: '4:1' }],
      fixed: `${source}build {\n  sources = ["source.null.x"]\n  name = "img"\n}\n`,
    },
    { code: `${source}build {\n  sources = []\n}\n`, findings: [{ message: 'empty', at: '4:1' }] },
    {
      code: `${source}build {\n  sources = ["null.x"]\n${'  error-cleanup-provisioner "shell" {\n    inline = ["true"]\n  }\n'.repeat(2)}}\n`,
      findings: [{ message: 'cleanups', at: '9:3' }],
    },
  ],
});
