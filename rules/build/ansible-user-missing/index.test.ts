import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (more = '', source = 'ssh_username = "packer"', type = 'vsphere-iso') =>
  `source "${type}" "x" {\n  ${source}\n}\nbuild {\n  sources = ["source.${type}.x"]\n  provisioner "ansible" {\n    playbook_file = "site.yml"\n${more}  }\n}\n`;
const winrm = 'communicator = "winrm"\n  winrm_username = "vagrant"';

testRule(rule, {
  valid: [
    build('    user = build.User\n'),
    build('    extra_arguments = ["-u", "packer"]\n'),
    build('    extra_arguments = ["-e", "ansible_user=packer"]\n'),
    {
      name: 'the playbook says it',
      code: build(),
      files: { 'site.yml': '- hosts: all\n  remote_user: packer\n' },
    },
    { name: 'an inventory that cannot be read', code: build('    inventory_file = "hosts"\n') },
    build('', 'communicator = "ssh"'),
    build('', 'ssh_username = "root"', 'docker'),
    build('    user = "vagrant"\n    use_proxy = false\n', winrm),
    build('    user = "vagrant"\n    extra_arguments = ["-e", "ansible_connection=winrm"]\n', winrm),
    'build {\n  provisioner "ansible-local" {\n    playbook_file = "x.yml"\n  }\n}\n',
  ],
  invalid: [
    {
      code: build(),
      findings: [{ message: 'user', at: '6:3', data: { login: 'packer' } }],
      fixed: build('    user = build.User\n'),
    },
    {
      name: 'with a playbook and an inventory that say nothing of it',
      code: build('    inventory_file = "hosts"\n'),
      files: { hosts: 'localhost\n', 'site.yml': '- hosts: all\n' },
      findings: [{ message: 'user', at: '6:3' }],
      fixed: build('    user = build.User\n    inventory_file = "hosts"\n'),
    },
    {
      code: build('    user = "vagrant"\n', winrm),
      findings: [{ message: 'winrm', at: '7:3', sub: 'winrm' }],
    },
  ],
});
