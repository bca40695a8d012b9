// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (text: string) => `variable "name" {}\nsource "null" "x" {\n  ssh_username = ${text}\n}\n`;

testRule(rule, {
  valid: [
    source(
      '"{{timestamp}}{{isotime}}{{ build `ID` }} {{.Vars}} {{ .HTTPIP }} {{uuid}} {{build_name | clean_resource_name}}"',
    ),
    { name: 'text in backquotes', code: source('"{{`{{user}}`}} {{`{{env \\"x\\"}}`}}"') },
    { name: 'another language of templates', code: source('"{{ user }} {{ env }}"') },
    {
      name: 'the name that Amazon’s builders keep',
      code: 'source "amazon-ebs" "x" {\n  ami_name = "{{isotime | clean_ami_name}}"\n}\n',
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null", "host": "{{user `x`}}"}]}',
    },
    { name: 'comments', code: '# {{user `x`}}\nlocals {}\n' },
  ],
  invalid: [
    {
      code: source('"{{user `name`}}"'),
      findings: [{ message: 'gone', at: '3:19', data: { text: '{{user `name`}}', better: '${var.name}' } }],
      fixed: source('var.name'),
    },
    {
      code: source('"{{ user \\"name\\" }}-{{template_dir}}-{{user `other`}}"'),
      findings: [
        { message: 'gone', at: '3:19' },
        { message: 'gone', at: '3:39' },
        { message: 'gone', at: '3:56' },
      ],
      fixed: source('"${var.name}-${path.root}-{{user `other`}}"'),
    },
    {
      name: 'in a heredoc, and behind a bar',
      code: 'locals {\n  a = <<EOT\nx\n  {{env `HOME`}}\n{{ isotime | sed "s/a/b/" }} {{ vault `a` `b` }}\nEOT\n}\n',
      findings: [
        {
          message: 'gone',
          at: '4:3',
          data: { text: '{{env `HOME`}}', better: 'a variable whose default is env("HOME")' },
        },
        { message: 'gone', at: '5:1' },
        { message: 'gone', at: '5:30' },
      ],
    },
    {
      code: source('"{{isotime | clean_image_name}}"'),
      findings: [{ message: 'renamed', at: '3:19', severity: 'medium' }],
      fixed: source('"{{isotime | clean_resource_name}}"'),
    },
  ],
});
