// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const inline = (text: string) => `build {\n  provisioner "shell" {\n    inline = [${text}]\n  }\n}\n`;

testRule(rule, {
  valid: [
    `variable "x" {}\n${inline('"echo $${HOME} $USER ${var.x} $(date +%%{x}) %{ for x in [1] }${x}%{ endfor }"')}`,
    { name: 'names of PowerShell', code: inline('"$($x) $env:X"') },
    { name: 'what nobody meant for a shell', code: 'locals {\n  a = "${banana}"\n  b = BANANA\n}\n' },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null"}], "provisioners": [{"type": "shell", "inline": ["${HOME}"]}]}',
    },
    { name: 'other syntax errors', code: 'locals {\n  a = "${var.}"\n}\n' },
  ],
  invalid: [
    {
      code: inline('"echo ${HOME} ${home}"'),
      findings: [
        { message: 'name', at: '3:23', data: { text: '${HOME}', escaped: '$${HOME}' } },
        { message: 'name', at: '3:31' },
      ],
      fixed: inline('"echo $${HOME} $${home}"'),
    },
    {
      name: 'an expansion',
      code: inline('"echo ${VERSION:-1.0}"'),
      findings: [
        { message: 'expansion', at: '3:21', data: { text: '${VERSION:-1.0}', escaped: '$${VERSION:-1.0}' } },
      ],
      fixed: inline('"echo $${VERSION:-1.0}"'),
    },
    {
      name: 'a date format',
      code: inline('"date +%{Y}"'),
      findings: [{ message: 'expansion', at: '3:22' }],
      fixed: inline('"date +%%{Y}"'),
    },
    {
      name: 'in a heredoc for an installer, and a parameter',
      code: 'source "qemu" "x" {\n  http_content = {\n    "/x" = <<-EOT\n      echo ${PATH}\n      echo ${1}\n    EOT\n  }\n}\n',
      findings: [
        { message: 'name', at: '4:14' },
        { message: 'digit', at: '5:14', data: { text: '${1}', digit: '1', escaped: '$${1}' } },
      ],
      fixed:
        'source "qemu" "x" {\n  http_content = {\n    "/x" = <<-EOT\n      echo $${PATH}\n      echo $${1}\n    EOT\n  }\n}\n',
    },
  ],
});
