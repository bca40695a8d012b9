// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, ...lines: readonly string[]) =>
  `source "${type}" "deb" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    source('proxmox-iso', 'ssh_private_key_file = "~/.ssh/packer"'),
    source('proxmox-iso', 'ssh_agent_auth = true'),
    source('qemu', 'boot_command = ["x key={{ .SSHPublicKey }}<enter>"]'),
    source('qemu', 'cd_content = { "user-data" = templatefile("u", { key = build.SSHPublicKey }) }'),
    source('proxmox-clone', 'node = "pve"'),
    source('qemu', 'disk_image = true'),
    source('vsphere-iso', 'communicator = "none"'),
    source('vsphere-iso', 'communicator = "winrm"'),
    {
      name: 'one branch of a condition',
      code: `variable "p" { type = bool }\n${source('qemu', 'ssh_password = var.p ? "x" : null')}`,
    },
    `variable "p" {\n  sensitive = true\n}\n${source('qemu', 'ssh_password = var.p')}`,
    `${source('qemu', 'iso_url = "x"')}build {\n  source "qemu.deb" {\n    ssh_password = "x"\n  }\n}\n`,
  ],
  invalid: [
    {
      code: source('proxmox-iso', 'node = "pve"', 'ssh_username = "root"'),
      findings: [{ message: 'none', at: '1:1', data: { type: 'proxmox-iso', name: 'deb' } }],
    },
    { code: source('qemu', 'ssh_password = ""'), findings: [{ message: 'none', at: '1:1' }] },
    {
      file: 'x.json',
      code: '{"builders": [{"type": "vsphere-iso", "ssh_username": "root"}]}',
      findings: [{ message: 'none', at: '1:15' }],
    },
  ],
});
