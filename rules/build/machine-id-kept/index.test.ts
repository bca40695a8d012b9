import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (inline: string, { type = 'proxmox-iso', more = '', steps = '' } = {}) =>
  `source "${type}" "deb" {\n  ssh_username = "root"\n${more}}\nbuild {\n  sources = ["source.${type}.deb"]\n  provisioner "shell" {\n    inline = [${inline}]\n  }\n${steps}}\n`;
const bad = '"apt-get -y upgrade", "rm -f /etc/ssh/ssh_host_*"';
const ansible = '  provisioner "ansible" {\n    playbook_file = "ansible/site.yml"\n  }\n';

testRule(rule, {
  valid: [
    build(`${bad}, "truncate -s 0 /etc/machine-id"`),
    build('"sudo sh -c \': > /etc/machine-id\'"'),
    build('"cloud-init clean --logs --machine-id"'),
    build('"rm -f /etc/machine-id", "touch /etc/machine-id"'),
    build('"echo uninitialized | sudo tee /etc/machine-id"'),
    { name: 'Azure', code: build(bad, { type: 'azure-arm' }) },
    { name: 'Windows', code: build(bad, { more: '  communicator = "winrm"\n' }) },
    { name: 'Alpine', code: build(bad, { more: '  iso_url = "https://x/alpine-virt-3.20.iso"\n' }) },
    { name: 'a box', code: build(bad, { steps: '  post-processor "vagrant" {}\n' }) },
    {
      name: 'a script that cannot be read',
      code: build(bad, { steps: '  provisioner "shell" {\n    script = "none.sh"\n  }\n' }),
    },
    { name: 'a script that came in otherwise', code: build(`${bad}, "bash /tmp/cleanup.sh"`) },
    { name: 'another tool', code: build(bad, { steps: '  provisioner "puppet-masterless" {}\n' }) },
    { name: 'a playbook that cannot be read', code: build(bad, { steps: ansible }) },
    {
      name: 'a role',
      code: build(bad, { steps: ansible }),
      files: {
        'ansible/site.yml': '- hosts: all\n  roles:\n    - clean\n',
        'ansible/roles/clean/tasks/main.yml': '- command: truncate -s 0 /etc/machine-id\n',
      },
    },
    {
      name: 'from outside',
      code: build(bad, {
        steps: '  post-processor "shell-local" {\n    inline = ["virt-sysprep -a output/x"]\n  }\n',
      }),
    },
    {
      name: 'in the shutdown command',
      code: build(bad, {
        type: 'qemu',
        more: '  shutdown_command = "truncate -s 0 /etc/machine-id; poweroff"\n',
      }),
    },
    {
      name: 'changed from outside by a script',
      code: build(bad, {
        type: 'qemu',
        steps: '  post-processor "shell-local" {\n    inline = ["source ../scripts/fuse-nbd"]\n  }\n',
      }),
    },
    { name: 'no steps', code: 'source "qemu" "x" {}\nbuild {\n  sources = ["qemu.x"]\n}\n' },
  ],
  invalid: [
    {
      code: build(bad),
      findings: [{ message: 'kept', at: '1:1', data: { type: 'proxmox-iso', name: 'deb' } }],
    },
    {
      code: build('"rm -f /etc/machine-id /x"', { type: 'vsphere-iso' }),
      findings: [{ message: 'deleted', at: '1:1', sub: 'deleted', severity: 'medium' }],
    },
    {
      name: 'with a script and a role that do not care',
      code: build(bad, {
        type: 'qemu',
        steps: `${ansible}  provisioner "shell" {\n    scripts = ["a.sh"]\n  }\n`,
      }),
      files: {
        'a.sh': 'apt-get clean\n',
        'ansible/site.yml': '- hosts: all\n  roles:\n    - role: base\n',
        'ansible/roles/base/tasks/main.yml': '- apt: name=vim\n',
      },
      findings: [{ message: 'kept', at: '1:1' }],
    },
  ],
});
