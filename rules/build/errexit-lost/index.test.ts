import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const step = (lines: string, head = '') => `${head}build {\n  provisioner "shell" {\n${lines}\n  }\n}\n`;
const two = '    inline = ["yum update -y", "yum install -y agent"]';
const sh = `    execute_command = "{{ .Vars }} sudo -S -E sh '{{ .Path }}'"`;

testRule(rule, {
  valid: [
    { name: 'the default command', code: step(two) },
    step(`    execute_command = "{{ .Vars }} sh -eux '{{ .Path }}'"\n${two}`),
    step(`    execute_command = "{{ .Vars }} bash -euo pipefail '{{ .Path }}'"\n${two}`),
    step(`    execute_command = "bash -o errexit {{ .Path }}"\n${two}`),
    {
      name: 'the first line counts',
      code: step(`    execute_command = "sudo {{ .Vars }} {{ .Path }}"\n${two}`),
    },
    {
      name: 'a command line counts',
      code: step(`    execute_command = "sudo sh -c '{{ .Vars }} {{ .Path }}'"\n${two}`),
    },
    { name: 'a single command', code: step(`${sh}\n    inline = ["yum update -y"]`) },
    step(`${sh}\n    inline = ["a && b && c"]`),
    step(`${sh}\n    inline = ["set -e", "a", "b"]`),
    step(`${sh}\n    inline = ["if [ -f /x ]; then a; fi"]`),
    step(`${sh}\n    inline = ["echo one", "export A=1", "b"]`),
    step(`${sh}\n    inline = ["a || exit 1", "b"]`),
    step(`    inline_shebang = "/bin/bash -ex"\n${two}`),
    step(`    inline_shebang = "/usr/bin/env python3"\n    inline = ["import os", "os.x()"]`),
    {
      name: 'a heredoc that sets it',
      code: step(`${sh}\n    inline = [<<-EOT\n      set -o errexit\n      a\n      b\n    EOT\n    ]`),
    },
    {
      name: 'a file that never asked for it',
      code: step(`${sh}\n    script = "s.sh"`),
      files: { 's.sh': '#!/bin/bash\na\nb\n' },
    },
    {
      name: 'a file that sets it',
      code: step(`${sh}\n    script = "s.sh"`),
      files: { 's.sh': '#!/bin/bash -e\nset -e\na\nb\n' },
    },
    {
      name: 'an unknown command',
      code: step(`    execute_command = var.how\n${two}`, 'variable "how" {}\n'),
    },
    { name: 'on the host', code: `build {\n  provisioner "shell-local" {\n${sh}\n${two}\n  }\n}\n` },
  ],
  invalid: [
    {
      code: step(`${sh}\n${two}`),
      findings: [{ message: 'command', at: '3:23', data: { interpreter: 'sh', first: 'yum' } }],
      fixed: step(`${sh.replace(' sh ', ' sh -e ')}\n${two}`),
    },
    {
      name: 'through a local with a condition',
      code: step(
        `    execute_command = local.how\n${two}`,
        `variable "root" { type = bool }\nlocals {\n  how = var.root ? "sh -e {{.Path}}" : "sudo bash -x {{.Path}}"\n}\n`,
      ),
      findings: [{ message: 'command', at: '3:40', data: { interpreter: 'bash -x', first: 'yum' } }],
      fixed: step(
        `    execute_command = local.how\n${two}`,
        `variable "root" { type = bool }\nlocals {\n  how = var.root ? "sh -e {{.Path}}" : "sudo bash -e -x {{.Path}}"\n}\n`,
      ),
    },
    {
      name: 'with a secret in the command',
      code: step(
        `    execute_command = "echo '\${var.p}' | sudo -S su -c 'sh {{ .Path }}'"\n${two}`,
        'variable "p" {\n  sensitive = true\n}\n',
      ),
      findings: [{ message: 'command', at: '6:23' }],
      fixed: step(
        `    execute_command = "echo '\${var.p}' | sudo -S su -c 'sh -e {{ .Path }}'"\n${two}`,
        'variable "p" {\n  sensitive = true\n}\n',
      ),
    },
    {
      code: step(`    inline_shebang = "/bin/bash -x"\n${two}`),
      findings: [{ message: 'shebang', at: '3:22', data: { interpreter: '/bin/bash -x', first: 'yum' } }],
    },
    {
      name: 'a script whose first line is ignored',
      code: step(`${sh}\n    scripts = ["s.sh"]`),
      files: { 's.sh': '#!/bin/bash -e\ninstall-a\ninstall-b\n' },
      findings: [{ message: 'command', at: '3:23', data: { interpreter: 'sh', first: 'install-a' } }],
      fixed: step(`${sh.replace(' sh ', ' sh -e ')}\n    scripts = ["s.sh"]`),
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null"}], "provisioners": [{"type": "shell", "execute_command": "sh {{.Path}}", "inline": ["a", "b"]}]}',
      findings: [{ message: 'command', at: '1:88' }],
    },
  ],
});
