// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const step = (type: string, ...lines: readonly string[]) =>
  `build {\n  provisioner "${type}" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

testRule(rule, {
  valid: [
    step('shell', 'scripts = ["${path.root}/a.sh", "${path.cwd}/b.sh", "${var.dir}/c.sh", local.script]'),
    step('file', 'source = "/var/log/x"', 'destination = "x"', 'direction = "download"'),
    step('file', 'source = "log/x"', 'destination = "/tmp/x"', 'direction = "download"'),
    step('shell', 'remote_path = "tmp/x"', 'inline = ["a"]'),
    step('ansible', 'playbook_file = "https://example.com/x.yml"'),
    'locals {\n  a = file("data/motd")\n}\n',
    'source "qemu" "x" {\n  ssh_private_key_file = "~/.ssh/id"\n}\n',
    { file: 'x.json', code: '{"builders": [{"type": "qemu", "http_directory": "http"}]}' },
  ],
  invalid: [
    {
      code: step('shell', 'script = "/home/bob/packer/scripts/setup.sh"'),
      findings: [{ message: 'workstation', at: '3:14', sub: 'workstation' }],
    },
    {
      code: step('shell', 'scripts = ["./a.sh", "b.sh"]'),
      files: { 'a.sh': 'true' },
      findings: [
        { message: 'relative', at: '3:16', data: { path: './a.sh' } },
        { message: 'relative', at: '3:26', data: { path: 'b.sh' } },
      ],
      fixed: step('shell', 'scripts = ["${path.root}/a.sh", "b.sh"]'),
    },
    {
      code: 'source "qemu" "x" {\n  http_directory = "http"\n  cd_files = ["C:\\\\Users\\\\bob\\\\x"]\n}\nbuild {\n  post-processor "manifest" {\n    output = "out/${var.name}.json"\n  }\n}\n',
      findings: [
        { message: 'relative', at: '2:20' },
        { message: 'workstation', at: '3:15', sub: 'workstation' },
        { message: 'relative', at: '7:14' },
      ],
    },
  ],
});
