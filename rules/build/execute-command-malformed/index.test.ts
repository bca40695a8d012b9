import { testRule } from 'packer-hybrid/testing';
import { found } from '../_shared/testing.ts';
import rule from './index.ts';

const step = (command: string, more = '    environment_vars = ["A=1"]', type = 'shell') =>
  `build {\n  provisioner "${type}" {\n    execute_command = ${command}\n${more}\n  }\n}\n`;

testRule(rule, {
  valid: [
    step(`"sudo env {{ .Vars }} bash -e '{{ .Path }}'"`),
    step(`"{{.Vars}} sudo -E bash '{{.Path}}'"`),
    step(`"echo 'x' | {{ .Vars }} sudo -S -E bash '{{ .Path }}'"`),
    step(`"{{ .Vars }} sudo --preserve-env sh {{ .Path }}"`),
    step(`"sudo {{ .Vars }} sh {{ .Path }}"`),
    step(`"sudo sh -c \\"{{ .Vars }} {{ .Path }}\\""`),
    { name: 'no variables', code: step(`"{{ .Vars }} sudo sh {{ .Path }}"`, '    environment_vars = []') },
    { name: 'no variables at all', code: step('"sudo sh {{ .Path }}"', '') },
    step(`["/bin/sh", "-c", "{{.Vars}} {{.Script}}"]`, '    environment_vars = ["A=1"]', 'shell-local'),
    step(
      '"bash -c \'. {{.EnvVarFile}} && {{.Path}}\'"',
      '    use_env_var_file = true\n    env = { A = "1" }',
    ),
    step('"cmd /c C:/Windows/Temp/script.bat"', '    remote_path = "C:/Windows/Temp/script.bat"'),
    `variable "how" {}\n${step('var.how')}`,
    'build {\n  provisioner "shell" {\n    environment_vars = ["A=1"]\n  }\n}\n',
  ],
  invalid: [
    { code: step('"sudo sh -c setup"'), findings: [found('3:23', 'script-not-run')] },
    {
      code: step(`["/bin/sh", "-c", "{{.Vars}}"]`, '', 'shell-local'),
      findings: [found('3:23', 'script-not-run')],
    },
    {
      code: step(`"sudo sh '{{ .Path }}'"`, '    env = { A = "1" }'),
      findings: [
        found('3:23', 'variables-unused', {
          data: { name: 'execute_command', type: 'shell', variables: '{{.Vars}}' },
        }),
      ],
    },
    {
      code: step('"{{.Vars}} {{.Path}}"', '    use_env_var_file = true', 'powershell'),
      findings: [found('3:23', 'variables-unused')],
    },
    {
      code: step(`"{{.Vars}} sudo bash -e '{{.Path}}'"`),
      findings: [found('3:23', 'variables-lost-by-sudo')],
    },
    {
      name: 'in one branch of a condition',
      code: `variable "p" { type = bool }\n${step('var.p ? "sudo env {{.Vars}} sh {{.Path}}" : "echo x | {{.Vars}} sudo -S sh {{.Path}}"')}`,
      findings: [found('4:67', 'variables-lost-by-sudo')],
    },
    {
      code: step(`"sudo sh -c '{{ .Vars }} {{ .Path }}'"`),
      findings: [found('3:23', 'variables-in-quotes', { severity: 'low' })],
    },
    {
      name: 'a value with a blank',
      code: step(`"sudo sh -c '{{ .Vars }} {{ .Path }}'"`, '    environment_vars = ["A=b c"]'),
      findings: [found('3:23', 'variables-in-quotes', { severity: 'medium' })],
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null"}], "provisioners": [{"type": "shell", "execute_command": "sh x", "inline": ["a"]}]}',
      findings: [found('1:88', 'script-not-run')],
    },
  ],
});
