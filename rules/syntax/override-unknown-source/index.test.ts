import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (override: string, sources = '["source.qemu.ubuntu"]') =>
  `source "qemu" "ubuntu" {}\nsource "null" "debian" {}\nbuild {\n  sources = ${sources}\n  provisioner "shell" {\n    inline = ["a"]\n    override = {\n${override}    }\n  }\n}\n`;

testRule(rule, {
  valid: [
    build('      ubuntu = { inline = ["b"] }\n'),
    build('      "ubuntu" = { inline = ["b"] }\n      (var.x) = {}\n'),
    {
      name: 'sources that come from elsewhere',
      code: `variable "on" {\n  type = list(string)\n}\n${build('      debian = { inline = ["b"] }\n', 'var.on')}`,
    },
    {
      name: 'the name that the build gives',
      code: 'source "qemu" "ubuntu" {}\nbuild {\n  source "qemu.ubuntu" {\n    name = "small"\n  }\n  provisioner "shell" {\n    override = { small = {} }\n  }\n}\n',
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null"}], "provisioners": [{"type": "shell", "override": {"x": {}}}]}',
    },
  ],
  invalid: [
    {
      code: build('      "qemu.ubuntu" = { inline = ["b"] }\n      ubunut = {}\n'),
      findings: [
        { message: 'meant', at: '8:7', data: { key: 'qemu.ubuntu', meant: 'ubuntu' } },
        { message: 'meant', at: '9:7' },
      ],
      fixed: build('      "ubuntu" = { inline = ["b"] }\n      "ubuntu" = {}\n'),
    },
    {
      code: build('      debian = {}\n      ubuntu = "b"\n'),
      findings: [
        { message: 'unknown', at: '8:7', data: { key: 'debian', known: 'ubuntu' } },
        { message: 'object', at: '9:16', severity: 'critical' },
      ],
    },
  ],
});
