import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const vm = (...lines: readonly string[]) => inSource('qemu', ...lines);
const build = (...lines: readonly string[]) =>
  ['build {', '  sources = ["qemu.x"]', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');

testRule(rule, {
  valid: [
    vm('ssh_username = "root"', 'shutdown_command = "shutdown -P now"'),
    vm('communicator = "none"'),
    vm('ssh_username = "packer"', 'shutdown_command = var.shutdown'),
    vm('ssh_username = "packer"', `shutdown_command = "echo 'x' | sudo -S shutdown -P now"`),
    vm('ssh_username = "packer"', 'shutdown_command = "sudo systemctl poweroff"'),
    vm('communicator = "winrm"', 'winrm_username = "a"', 'shutdown_command = "shutdown /s /t 10"'),
    {
      name: 'the last step powers off',
      code: `${vm('ssh_username = "root"')}${build('provisioner "shell" {', '  expect_disconnect = true', '  inline = ["sync", "sudo poweroff"]', '}')}`,
    },
    { name: 'vSphere asks its tools', code: inSource('vsphere-iso', 'ssh_username = "root"') },
    inSource('proxmox-iso', 'ssh_username = "root"'),
  ],
  invalid: [
    {
      code: vm('ssh_username = "root"', 'disk_size = "10G"'),
      findings: [found('1:20', 'missing', { severity: 'high' })],
      fixed: vm('ssh_username = "root"', 'shutdown_command = "shutdown -P now"', 'disk_size = "10G"'),
    },
    {
      code: vm('ssh_username = "packer"', 'ssh_password = var.password', 'disk_cache = "none"'),
      findings: [found('1:20', 'missing', { severity: 'medium' })],
      fixed: vm(
        'ssh_username = "packer"',
        `shutdown_command = "echo '\${var.password}' | sudo -S shutdown -P now"`,
        'ssh_password = var.password',
        'disk_cache = "none"',
      ),
    },
    {
      code: vm('communicator = "winrm"'),
      findings: [found('1:20', 'missing')],
      fixed: vm('communicator = "winrm"', 'shutdown_command = "shutdown /s /t 10 /f"'),
    },
    {
      name: 'a step before the last one says it, another follows',
      code: `${vm('shutdown_command = ""')}${build('provisioner "shell" {', '  inline = ["poweroff"]', '}', 'provisioner "shell" {', '  inline = ["true"]', '}')}`,
      findings: [found('1:20', 'missing')],
    },
    {
      code: vm('ssh_username = "packer"', 'shutdown_command = "shutdown -P now"'),
      findings: [found('3:3', 'without-sudo', { data: { user: 'packer' } })],
    },
    {
      code: vm('ssh_username = "root"', 'shutdown_command = "shutdown -r now"'),
      findings: [found('3:3', 'reboot')],
    },
    {
      code: vm('vm_name = "debian-12"', 'shutdown_command = "shutdown /s /t 10"'),
      findings: [found('3:3', 'other-system')],
    },
  ],
});
