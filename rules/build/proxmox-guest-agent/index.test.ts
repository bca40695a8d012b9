import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const vm = (...lines: readonly string[]) => inSource('proxmox-iso', ...lines);
const served = vm(
  'http_directory = "http"',
  'boot_command = ["<esc>auto url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/preseed.cfg<enter>"]',
);
const preseed = (packages: string) => ({ 'http/preseed.cfg': `d-i pkgsel/include string ${packages}\n` });

testRule(rule, {
  valid: [
    vm('qemu_agent = false', 'ssh_host = "192.0.2.10"'),
    vm('qemu_agent = false', 'ssh_host = var.host'),
    vm('qemu_agent = false', 'communicator = "none"'),
    vm('qemu_agent = null', 'ssh_username = "root"'),
    vm('qemu_agent = var.agent'),
    { name: 'the answers install it', code: served, files: preseed('qemu-guest-agent') },
    { name: 'answers that cannot be read', code: served },
    vm('http_directory = var.folder', 'boot_command = ["<enter>"]'),
    {
      name: 'a clone may have it already',
      code: inSource('proxmox-clone', 'cd_content = { "user-data" = "#cloud-config" }'),
    },
    vm('additional_iso_files {', '  cd_content = { "user-data" = "packages: [qemu-guest-agent]" }', '}'),
    inSource('qemu', 'qemu_agent = false'),
  ],
  invalid: [
    {
      code: vm('qemu_agent = false', 'ssh_username = "root"'),
      findings: [found('2:3', 'off', { severity: 'high', data: { host: 'ssh_host' } })],
    },
    {
      name: 'the switch is a variable',
      code: `variable "agent" {\n  default = false\n}\n${inSource('proxmox-clone', 'communicator = "winrm"', 'qemu_agent = var.agent')}`,
      findings: [found('6:3', 'off', { data: { host: 'winrm_host' } })],
    },
    {
      code: served,
      files: preseed('sudo'),
      findings: [found('1:27', 'not-installed', { severity: 'medium' })],
    },
    {
      code: vm('additional_iso_files {', '  cd_content = { "user-data" = "#cloud-config" }', '}'),
      findings: [found('1:27', 'not-installed')],
    },
    {
      name: 'a folder for cloud-init',
      code: vm(
        'http_directory = "http"',
        'boot_command = ["ds=nocloud-net s=http://{{.HTTPIP}}:{{.HTTPPort}}/"]',
      ),
      files: { 'http/user-data': '#cloud-config\n' },
      findings: [found('1:27', 'not-installed')],
    },
  ],
});
