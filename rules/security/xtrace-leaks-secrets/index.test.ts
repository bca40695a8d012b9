// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (body: string) =>
  `variable "pw" {\n  sensitive = true\n}\nvariable "api_token" {}\nsource "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "shell" {\n    ${body}\n  }\n}\n`;
const token = 'environment_vars = ["T=${var.api_token}"]';

testRule(rule, {
  valid: [
    build(`${token}\n    inline_shebang = "/bin/bash -e"\n    inline = ["set -eu", "run"]`),
    build('execute_command = "bash -x {{ .Path }}"\n    environment_vars = ["A=b"]\n    inline = ["true"]'),
    build(`${token}\n    inline = ["set -x", "run", "set +x", "login $T"]`),
    build(`${token}\n    execute_command = "sudo -x sh -e {{ .Path }}"\n    inline = ["tar -x f"]`),
    { code: build(`${token}\n    script = "s.py"`), files: { 's.py': '#!/usr/bin/python3 -x\nset -x\n' } },
  ],
  invalid: [
    {
      code: build(`inline_shebang = "/bin/bash -ex"\n    ${token}\n    inline = ["login"]`),
      findings: [{ message: 'traced', at: '9:5', data: { name: 'api_token' }, severity: 'medium' }],
    },
    {
      name: 'a sensitive value as it is, and an encoded one',
      code: build(
        'execute_command = "{{ .Vars }} sudo -E bash -eux {{ .Path }}"\n    env = { P = var.pw }\n    inline = ["true"]\n  }\n  provisioner "shell" {\n    inline = ["set -eux", "login ${base64encode(var.pw)}"]',
      ),
      findings: [
        { message: 'traced', at: '9:5', severity: 'low' },
        { message: 'traced', at: '14:16', severity: 'medium' },
      ],
    },
    {
      name: 'in a script file',
      code: build(
        `${token}\n    scripts = ["a.sh"]\n  }\n  provisioner "shell-local" {\n    ${token}\n    script = "b.sh"`,
      ),
      files: { 'a.sh': '#!/bin/sh -x\nrun\n', 'b.sh': '#!/bin/sh\nset -o xtrace\n' },
      findings: [
        { message: 'traced', at: '1:1', file: 'a.sh' },
        { message: 'traced', at: '2:1', file: 'b.sh' },
      ],
    },
  ],
});
