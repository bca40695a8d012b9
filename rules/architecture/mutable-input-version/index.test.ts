import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "x" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const found = (at: string, id: string, more = {}) => ({ at, message: id, sub: id, ...more });
const ansible = 'build {\n  provisioner "ansible" {\n    galaxy_file = "requirements.yml"\n  }\n}\n';
const shell = (inline: string) => `build {\n  provisioner "shell" {\n    inline = [${inline}]\n  }\n}\n`;

testRule(rule, {
  valid: [
    source('azure-arm', 'image_publisher = "Canonical"', 'image_version = "24.04.202405010"'),
    source('azure-arm', 'shared_image_gallery {', '  image_name = "x"', '}'),
    `variable "v" {}\n${source('azure-arm', 'image_publisher = "Canonical"', 'image_version = var.v')}`,
    source('qemu', 'iso_url = "https://x/12.5.0/debian-12.5.0.iso"'),
    'data "http" "x" {\n  url = "https://raw.githubusercontent.com/a/b/v1.2/x"\n}\n',
    shell('"git clone --branch v1 https://x/y", "git status"'),
    shell('"git clone https://x/y && cd y && git checkout abc"'),
    { code: ansible, files: { 'requirements.yml': 'roles:\n  - name: a.b\n    version: 1.0.0\n' } },
  ],
  invalid: [
    {
      code: source('azure-arm', 'image_publisher = "Canonical"', 'image_version = "latest"'),
      findings: [found('3:3', 'azure-image')],
    },
    { code: source('azure-arm', 'image_publisher = "Canonical"'), findings: [found('2:3', 'azure-image')] },
    {
      code: source(
        'qemu',
        'iso_url = "https://x/current/debian.iso"',
        'iso_checksum = "file:https://x/SHA256SUMS"',
      ),
      findings: [found('2:13', 'moving-iso', { severity: 'low' })],
    },
    {
      code: source(
        'proxmox-iso',
        'boot_iso {',
        '  iso_url = "https://x/Rocky-9-latest-x86_64.iso"',
        `  iso_checksum = "sha256:${'a1'.repeat(32)}"`,
        '}',
      ),
      findings: [found('3:15', 'pinned-digest', { severity: 'medium' })],
    },
    {
      code: 'data "http" "x" {\n  url = "https://raw.githubusercontent.com/a/b/main/x"\n}\n',
      findings: [found('2:9', 'branch-file')],
    },
    { code: shell('"sudo git clone --depth 1 https://x/y /opt/y"'), findings: [found('3:16', 'git-clone')] },
    {
      code: ansible,
      files: {
        'requirements.yml':
          'roles:\n  - name: a.b\n    version: 1.0.0\n  - src: https://x/y.git\ncollections:\n  - name: c.d\n',
      },
      findings: [
        found('3:5', 'requirement', { data: { role: 'https://x/y.git', path: 'requirements.yml' } }),
        found('3:5', 'requirement', { data: { role: 'c.d', path: 'requirements.yml' } }),
      ],
    },
  ],
});
