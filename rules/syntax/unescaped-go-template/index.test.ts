// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const inline = (text: string) => `build {\n  provisioner "shell" {\n    inline = [${text}]\n  }\n}\n`;

testRule(rule, {
  valid: [
    inline(
      '"echo {{build `ID`}} {{timestamp}} {{`{{.Id}}`}} {{ \\"{{\\" }}.Id{{ \\"}}\\" }} {{.Vars}} {{ if eq 1 1 }}{{ end }}"',
    ),
    {
      name: 'contexts of their own',
      code: 'source "qemu" "x" {\n  boot_command = ["{{ .Whatever }}"]\n  qemuargs = [["-x", "{{ .OutputDir }}"]]\n}\nbuild {\n  provisioner "shell" {\n    execute_command = "{{.Vars}} {{.Path}}"\n  }\n}\n',
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null", "http_content": {"/": "{{ x }}"}}]}',
    },
  ],
  invalid: [
    {
      code: inline('"docker inspect -f \'{{.Id}}\' app"'),
      findings: [{ message: 'field', at: '3:35', data: { text: '{{.Id}}' } }],
      fixed: inline('"docker inspect -f \'{{`{{.Id}}`}}\' app"'),
    },
    {
      code: 'source "qemu" "x" {\n  cd_content = {\n    "a" = <<EOT\nhost: {{ ansible_host }}\nEOT\n  }\n}\n',
      findings: [
        { message: 'function', at: '4:7', data: { text: '{{ ansible_host }}', name: 'ansible_host' } },
      ],
      fixed:
        'source "qemu" "x" {\n  cd_content = {\n    "a" = <<EOT\nhost: {{`{{ ansible_host }}`}}\nEOT\n  }\n}\n',
    },
  ],
});
