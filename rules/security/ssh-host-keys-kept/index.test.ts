import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (...provisioners: readonly string[]) =>
  `source "proxmox-iso" "x" {\n  ssh_username = "root"\n  http_directory = "http"\n}\nbuild {\n  sources = ["source.proxmox-iso.x"]\n${provisioners.map((one) => `  ${one}\n`).join('')}}\n`;
const step = (...commands: readonly string[]) =>
  `provisioner "shell" { inline = ${JSON.stringify(commands)} }`;
const using = (source: string) =>
  `${source}\nbuild {\n  sources = ["source.${/"([^"]*)" "x"/.exec(source)?.[1]}.x"]\n  ${step('apt-get update')}\n}\n`;

testRule(rule, {
  valid: [
    build(step('apt-get update', 'sudo rm -f /etc/ssh/ssh_host_*')),
    build(step("find /etc/ssh -name 'ssh_host_*' -delete")),
    {
      code: build('provisioner "shell" { script = "s.sh" }'),
      files: { 's.sh': 'for k in /etc/ssh/ssh_host_*; do shred -u "$k"; done\n' },
    },
    {
      code: build(step('true')),
      files: { 'http/user-data': 'late-commands:\n  - rm /target/etc/ssh/ssh_host_*\n' },
    },
    {
      name: 'a role beside the playbook',
      code: build('provisioner "ansible" { playbook_file = "ansible/site.yml" }'),
      files: {
        'ansible/site.yml': '- roles: [clean]\n',
        'ansible/roles/clean/tasks/main.yml': '- shell: rm -f /etc/ssh/ssh_host_*\n',
      },
    },
    using('source "vsphere-iso" "x" {\n  communicator = "winrm"\n}'),
    using('source "qemu" "x" {\n  iso_url = "https://x/FreeBSD-14.iso"\n}'),
    using('source "vsphere-iso" "x" {\n  guest_os_type = "windows2019srv_64Guest"\n}'),
    using('source "vsphere-iso" "x" {\n  convert_to_template = false\n}'),
    using('source "null" "x" {\n  communicator = "ssh"\n}'),
    'source "qemu" "x" {\n  ssh_username = "root"\n}\n',
  ],
  invalid: [
    {
      code: build(step('apt-get update', 'apt-get -y upgrade')),
      findings: [{ message: 'kept', at: '1:1', severity: 'high' }],
    },
    {
      name: 'where another folder is cleaned',
      code: build(step('rm -rf /etc/ssh/moduli', 'ls /etc/ssh/ssh_host_*')),
      findings: [{ message: 'kept', at: '1:1' }],
    },
    {
      name: 'steps that nobody can read, and cloud-init alone',
      code: `${build('provisioner "ansible" { playbook_file = "gone.yml" }')}source "qemu" "x" {}\nbuild {\n  sources = ["source.qemu.x"]\n  ${step('cloud-init clean --logs')}\n}\nsource "qemu" "y" {}\nbuild {\n  sources = ["source.qemu.y"]\n  provisioner "shell" { script = "gone.sh" }\n}\n`,
      findings: [
        { message: 'unsure', at: '1:1', severity: 'low' },
        { message: 'cloudInit', at: '9:1', severity: 'low' },
        { message: 'unsure', at: '14:1', severity: 'low' },
      ],
    },
  ],
});
