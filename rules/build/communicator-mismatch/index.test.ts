import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const build = (type: string, ...steps: readonly string[]) =>
  `build {\n  sources = ["${type}.x"]\n${steps.map((step) => `  ${step}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    inSource('vsphere-iso', 'communicator = "winrm"', 'winrm_username = "a"', 'winrm_use_ssl = true'),
    inSource(
      'vsphere-iso',
      'ssh_username = "a"',
      'ssh_password = var.p',
      'winrm_username = null',
      'winrm_password = ""',
    ),
    {
      name: 'a communicator that a variable chooses',
      code: `${inSource('qemu', 'communicator = var.c', 'ssh_username = "a"', 'winrm_username = "b"')}variable "c" {\n  default = "ssh"\n}\n`,
    },
    inSource('qemu', 'winrm_username = var.w ? "a" : null'),
    `${inSource('vsphere-clone', 'communicator = "none"')}${build('vsphere-clone', 'provisioner "shell-local" {}', 'post-processor "manifest" {}')}`,
    `${inSource('qemu', 'communicator = "winrm"')}${build('qemu', 'provisioner "powershell" {}', 'provisioner "shell" {\n    only = ["null.y"]\n  }', 'provisioner "shell" {\n    override = {}\n  }')}`,
    `${inSource('vsphere-iso', 'ssh_username = "a"', 'guest_os_type = "windows2022srvNext_64Guest"')}${build('vsphere-iso', 'provisioner "powershell" {}')}`,
    `${inSource('azure-arm', 'os_type = "Linux"')}${build('azure-arm', 'provisioner "powershell" {\n    use_pwsh = true\n  }')}`,
    inSource('acme-x', 'communicator = "carrier-pigeon"'),
    inSource('docker', 'communicator = "docker"'),
    inSource('veertu-anka-vm-clone', 'communicator = "anka"'),
    inSource('veertu-anka-vm-create', 'winrm_username = "a"'),
  ],
  invalid: [
    {
      code: inSource(
        'vsphere-iso',
        'winrm_username = "a"',
        'winrm_password = var.pw',
        'winrm_use_ssl = true',
      ),
      findings: [
        found('2:3', 'winrm', {
          severity: 'high',
          data: { communicator: 'ssh', names: 'winrm_username, winrm_password, winrm_use_ssl' },
        }),
      ],
      fixed: inSource(
        'vsphere-iso',
        'winrm_username = "a"',
        'communicator = "winrm"',
        'winrm_password = var.pw',
        'winrm_use_ssl = true',
      ),
    },
    {
      name: 'settings beside those that count',
      code: inSource('qemu', 'ssh_username = "a"', 'winrm_username = "b"'),
      findings: [found('3:3', 'winrm', { severity: 'low' })],
    },
    {
      name: 'azure without a communicator',
      code: inSource('azure-arm', 'winrm_username = "b"'),
      findings: [found('2:3', 'winrm', { severity: 'low' })],
      fixed: inSource('azure-arm', 'winrm_username = "b"', 'communicator = "winrm"'),
    },
    {
      code: inSource('qemu', 'communicator = "winrm"', 'ssh_username = "a"', 'ssh_password = "b"'),
      findings: [found('3:3', 'ssh', { data: { names: 'ssh_username, ssh_password' } })],
    },
    {
      code: inSource('qemu', 'communicator = "WinRM"'),
      findings: [found('2:18', 'unknown', { severity: 'critical' })],
    },
    {
      code: `${inSource('qemu', 'communicator = "none"')}${build('qemu', 'provisioner "shell" {}', 'provisioner "ansible" {}', 'provisioner "shell-local" {}', 'provisioner "file" {}')}`,
      findings: [found('6:3', 'none'), found('7:3', 'none'), found('9:3', 'none')],
    },
    {
      code: `${inSource('qemu', 'communicator = "winrm"', 'winrm_username = "a"')}${build('qemu', 'provisioner "shell" {}')}`,
      findings: [found('7:3', 'shell')],
    },
    {
      code: `${inSource('azure-arm', 'os_type = "Linux"')}${build('azure-arm', 'provisioner "powershell" {}', 'provisioner "windows-restart" {}')}`,
      findings: [
        found('6:3', 'windows', { data: { type: 'powershell', name: 'x' } }),
        found('7:3', 'windows'),
      ],
    },
  ],
});
