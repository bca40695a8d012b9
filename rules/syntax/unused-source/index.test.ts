// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const two = 'source "qemu" "a" {}\nsource "qemu" "b" {}\n';

testRule(rule, {
  valid: [
    `${two}build {\n  sources = ["qemu.a", source.qemu.b]\n}\n`,
    {
      name: 'in several builds and forms',
      code: `${two}build {\n  sources = ["source.qemu.a"]\n}\nbuild {\n  source "qemu.b" {\n    name = "x"\n  }\n}\n`,
    },
    {
      name: 'a list that comes from elsewhere',
      code: `${two}variable "on" {\n  default = ["source.qemu.a"]\n}\nbuild {\n  sources = var.on\n}\n`,
    },
    {
      name: 'a name that comes from elsewhere',
      code: `${two}variable "on" {\n  default = "a"\n}\nbuild {\n  sources = ["source.qemu.\${var.on}"]\n}\n`,
    },
    { name: 'sources alone', code: two },
    { name: 'a file that cannot be read', code: `${two}build {\n  sources = ["source.qemu.a"]\n  x = \n}\n` },
  ],
  invalid: [
    {
      code: `${two}build {\n  sources = ["source.qemu.a"]\n}\n`,
      findings: [{ message: 'unused', at: '2:1', data: { name: 'qemu.b' } }],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"source": {"qemu": {"a": {}}},\n"build": {"sources": []}}',
      findings: [{ message: 'unused', at: '1:27' }],
    },
  ],
});
