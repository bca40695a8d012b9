import { testRule } from 'packer-hybrid/testing';
import { found } from '../_shared/testing.ts';
import rule from './index.ts';

const shell = '  provisioner "shell" {\n    inline = ["apt-get install -y puppet-agent"]\n  }\n';
const puppet = (before: string, ...lines: readonly string[]) =>
  `build {\n  sources = ["qemu.x"]\n${before}  provisioner "puppet-masterless" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const source = (user: string, more = '') => `source "qemu" "x" {\n  ssh_username = "${user}"\n${more}}\n`;

testRule(rule, {
  valid: [
    source('root') + puppet(shell, 'manifest_file = "site.pp"', 'guest_os_type = "Unix"'),
    source('packer') +
      puppet(
        shell,
        'manifest_file = var.m',
        'execute_command = "puppet apply {{ .ManifestFile }} || test $? = 2"',
      ),
    source('root') + puppet(shell, 'manifest_file = "m"', 'prevent_sudo = true'),
    {
      name: 'modules that are there',
      code: source('root') + puppet(shell, 'manifest_file = "m"', 'module_paths = ["modules"]'),
      files: { 'modules/a/init.pp': '' },
    },
    {
      name: 'a script that may install it',
      code:
        source('root') +
        puppet('  provisioner "shell" {\n    script = "setup.sh"\n  }\n', 'manifest_file = "m"'),
    },
    {
      name: 'a boot command that installs it',
      code: source('root', '  boot_command = ["packages=puppet"]\n') + puppet('', 'manifest_file = "m"'),
    },
    {
      name: 'a disk image',
      code: source('root', '  disk_image = true\n') + puppet('', 'manifest_file = "m"'),
    },
    'build {\n  provisioner "puppet-masterless" {\n    override = { x = { manifest_file = "a" } }\n  }\n  provisioner "shell" {}\n}\n',
  ],
  invalid: [
    {
      code: source('root') + puppet(shell, 'ignore_exit_codes = true'),
      findings: [
        found('9:3', 'manifest', { severity: 'critical' }),
        found('10:5', 'exit-codes', { severity: 'medium' }),
      ],
    },
    {
      code:
        source('packer') +
        puppet(
          shell,
          'manifest_file = "m"',
          'guest_os_type = "linux"',
          'module_paths = ["modules"]',
          'execute_command = "puppet apply"',
          'prevent_sudo = true',
        ),
      findings: [
        found('11:21', 'system'),
        found('12:20', 'missing-file', { data: { name: 'module_paths', path: 'modules' } }),
        found('13:23', 'command'),
        found('14:5', 'sudo', { data: { user: 'packer' } }),
      ],
    },
    {
      code: source('root') + puppet('', 'manifest_file = "m"'),
      findings: [found('6:3', 'not-installed', { severity: 'low' })],
    },
  ],
});
