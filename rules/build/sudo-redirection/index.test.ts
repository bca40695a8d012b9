import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (inline: string, user = '"ubuntu"', more = '') =>
  `source "qemu" "x" {\n  ssh_username = ${user}\n}\nbuild {\n  sources = ["source.qemu.x"]\n  provisioner "shell" {\n    inline = [${inline}]${more}\n  }\n}\n`;
const bad = `"sudo echo 'a=1' > /etc/sysctl.d/99.conf"`;

testRule(rule, {
  valid: [
    build(`"echo a | sudo tee /etc/x > /dev/null", "sudo apt-get update > /dev/null 2>&1"`),
    build(
      '"sudo echo a > /tmp/x", "sudo echo b >> /var/tmp/y", "sudo echo c > $HOME/z", "sudo echo d > out"',
    ),
    build(`"sudo bash -c 'echo a > /etc/x'"`),
    build(bad, '"root"'),
    build(bad, '"ubuntu"', '\n    execute_command = "sudo sh -c \'{{ .Vars }} {{ .Path }}\'"'),
    { name: 'an unknown user', code: `variable "u" {}\n${build(bad, 'var.u')}` },
    build('"echo a > /etc/x"'),
  ],
  invalid: [
    {
      code: build(bad),
      findings: [
        { message: 'redirected', at: '7:16', data: { target: '/etc/sysctl.d/99.conf', user: 'ubuntu' } },
      ],
    },
    {
      name: 'in a script file, for a user from a variable',
      code: `variable "u" {\n  default = "packer"\n}\n${build('"true"', 'var.u')}`.replace(
        'inline = ["true"]',
        'scripts = ["s.sh"]',
      ),
      files: { 's.sh': '#!/bin/sh\nsudo cat <<EOF >> /var/lib/x\nhello\nEOF\n' },
      findings: [{ message: 'redirected', at: '2:1', file: 's.sh' }],
    },
    {
      name: 'the default user of Azure',
      code: 'source "azure-arm" "x" {}\nbuild {\n  sources = ["source.azure-arm.x"]\n  provisioner "shell" {\n    inline = ["sudo echo 1 &> /opt/y"]\n  }\n}\n',
      findings: [{ message: 'redirected', at: '5:16', data: { target: '/opt/y', user: 'packer' } }],
    },
  ],
});
