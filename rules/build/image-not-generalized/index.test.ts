import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const build = (type: string, ...lines: readonly string[]) =>
  ['build {', `  sources = ["source.${type}.x"]`, ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
const step = (type: string, ...lines: readonly string[]) => [
  `provisioner "${type}" {`,
  ...lines.map((line) => `  ${line}`),
  '}',
];
const upgrade = step('shell', 'inline = ["sudo apt-get -y upgrade"]');
const azure = (...lines: readonly string[]) => inSource('azure-arm', 'os_type = "Linux"', ...lines);
const windows = inSource('proxmox-iso', 'os = "win11"', 'winrm_username = "a"');
const restart = step('powershell', 'inline = ["Restart-Service x"]');

testRule(rule, {
  valid: [
    `${azure()}${build('azure-arm', ...upgrade, ...step('shell', 'inline = ["/usr/sbin/waagent -force -deprovision+user && sync"]'))}`,
    {
      name: 'a specialized image',
      code: `${azure('shared_image_gallery_destination {', '  specialized = true', '}')}${build('azure-arm', ...upgrade)}`,
    },
    {
      name: 'no image at all',
      code: `${azure('skip_create_image = true')}${build('azure-arm', ...upgrade)}`,
    },
    {
      name: 'a role may do it',
      code: `${azure()}${build('azure-arm', ...step('ansible', 'playbook_file = "p.yml"'))}`,
    },
    {
      name: 'a script does it',
      code: `${azure()}${build('azure-arm', ...step('shell', 'script = "last.sh"'))}`,
      files: { 'last.sh': 'waagent -force -deprovision+user\n' },
    },
    {
      name: 'a script that cannot be read',
      code: `${azure()}${build('azure-arm', ...step('shell', 'script = "gone.sh"'))}`,
    },
    {
      name: 'scripts from a variable',
      code: `${azure()}${build('azure-arm', ...step('shell', 'scripts = var.scripts'))}`,
    },
    {
      name: 'Vagrant boxes',
      code: `${windows}${build('proxmox-iso', ...restart, 'post-processor "vagrant" {}')}`,
    },
    {
      name: 'the shutdown command does it',
      code: `${inSource('qemu', 'communicator = "winrm"', 'shutdown_command = "C:/Windows/System32/Sysprep/sysprep.exe /generalize /oobe /shutdown"')}${build('qemu', ...restart)}`,
    },
    `${inSource('qemu', 'ssh_username = "root"')}${build('qemu', ...upgrade)}`,
    { name: 'a source that nobody builds', code: azure() },
    {
      name: 'a script on the guest',
      code: `${windows}${build('proxmox-iso', ...step('powershell', 'inline = ["C:/last.ps1"]'))}`,
    },
  ],
  invalid: [
    {
      code: `${azure()}${build('azure-arm', ...upgrade)}`,
      findings: [found('2:3', 'linux', { severity: 'high' })],
    },
    {
      code: `${windows}${build('proxmox-iso', ...restart)}`,
      findings: [found('1:27', 'windows', { severity: 'high' })],
    },
    {
      name: 'vSphere customizes its clones',
      code: `${inSource('vsphere-iso', 'guest_os_type = "windows9_64Guest"')}${build('vsphere-iso', ...restart)}`,
      findings: [found('1:27', 'windows', { severity: 'low' })],
    },
    {
      name: 'the step is for another source',
      code: `${azure()}${build('azure-arm', 'source "source.azure-arm.x" {', '  name = "other"', '}', 'provisioner "shell" {', '  only = ["azure-arm.other"]', '  inline = ["waagent -force -deprovision+user"]', '}')}`,
      findings: [found('2:3', 'linux')],
    },
    {
      name: 'only PowerShell says what it is',
      code: `${inSource('qemu', 'iso_url = "a.iso"')}${build('qemu', ...restart)}`,
      findings: [found('1:20', 'windows')],
    },
  ],
});
