// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const shell = (...lines: readonly string[]) =>
  `build {\n  provisioner "shell" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

testRule(rule, {
  valid: [
    shell('inline = ["a"]'),
    shell('inline = var.given ? ["a"] : null', 'script = var.given ? null : "b"'),
    shell('scripts = fileset(".", "*.sh")'),
    shell('scripts = var.scripts'),
    shell('inline = ["a"]', 'script = ""', 'scripts = []'),
    shell('override = { x = { inline = ["a"] } }'),
    shell(
      'inline = ["a"]',
      'environment_vars = ["A=b=c", "E=", "${var.key}=x", "A=${var.b}"]',
      'env = { A = "b" }',
    ),
    'build {\n  provisioner "shell-local" {\n    command = "true"\n  }\n  provisioner "file" {}\n}\n',
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null"}], "provisioners": [{"type": "shell", "script": "a"}]}',
    },
  ],
  invalid: [
    {
      code: shell('inline = ["echo hi"]', 'script = "setup.sh"'),
      findings: [
        { message: 'several', at: '4:5', data: { type: 'shell', names: 'inline, script, scripts' } },
      ],
    },
    {
      code: 'build {\n  provisioner "powershell" {\n  }\n  provisioner "windows-shell" {\n    inline = []\n  }\n  post-processor "shell-local" {\n    command = "a"\n    inline = ["b"]\n  }\n}\n',
      findings: [
        { message: 'none', at: '2:3' },
        { message: 'none', at: '4:3' },
        { message: 'several', at: '8:5' },
      ],
    },
    {
      code: shell('inline = ["a"]', 'environment_vars = ["KEY v", "KEY: v", "=x", "only"]'),
      findings: [
        { message: 'entry', at: '4:25', data: { entry: '"KEY v"' } },
        { message: 'entry', at: '4:34' },
        { message: 'entry', at: '4:44' },
        { message: 'entry', at: '4:50' },
      ],
      fixed: shell('inline = ["a"]', 'environment_vars = ["KEY=v", "KEY=v", "=x", "only"]'),
    },
    {
      code: shell('inline = ["a"]', 'environment_vars = { A = "b" }'),
      findings: [{ message: 'map', at: '4:5' }],
      fixed: shell('inline = ["a"]', 'env = { A = "b" }'),
    },
  ],
});
