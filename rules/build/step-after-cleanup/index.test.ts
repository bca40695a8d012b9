import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const sources = 'source "null" "a" {}\nsource "null" "b" {}\n';
const shell = (inline: string, more = '') =>
  `  provisioner "shell" {\n    inline = [${inline}]${more}\n  }\n`;
const build = (steps: string) => `${sources}build {\n  sources = ["null.a", "null.b"]\n${steps}}\n`;
const one = (steps: string) => build(steps).replace(', "null.b"', '');
const deprovision = shell('"/usr/sbin/waagent -force -deprovision+user && export HISTSIZE=0 && sync"');
const install = shell('"./install-monitoring.sh"');

testRule(rule, {
  valid: [
    build(install + deprovision),
    build(`${deprovision}  provisioner "shell-local" {\n    inline = ["echo done"]\n  }\n`),
    {
      name: 'for other sources',
      code: build(
        shell('"cloud-init clean"', '\n    only = ["null.a"]') + shell('"./x"', '\n    only = ["null.b"]'),
      ),
    },
    build(
      shell('"truncate -s 0 /etc/machine-id"') +
        shell('"dd if=/dev/zero of=/x; rm /x", "apt-get clean"') +
        shell('"sync"'),
    ),
    build(
      `${shell('"cloud-init clean"')}  provisioner "file" {\n    source = "/x"\n    direction = "download"\n  }\n`,
    ),
    build(shell('"cloud-init clean"') + install + shell('"cloud-init clean"')),
    {
      name: 'a step that cannot be read',
      code: build(
        `${shell('"rm -f /etc/ssh/ssh_host_*"')}  provisioner "shell" {\n    script = "none.sh"\n  }\n`,
      ),
    },
    build(`${shell('"rm -f /etc/ssh/ssh_host_*"')}  provisioner "puppet-masterless" {}\n${install}`),
    { name: 'a comment', code: build(shell('"# cloud-init clean"') + install) },
    {
      name: 'after a failure',
      code: build(`${deprovision}  error-cleanup-provisioner "shell" {\n    inline = ["x"]\n  }\n`),
    },
    { name: 'a restart', code: build(`${shell('"cloud-init clean"')}  provisioner "windows-restart" {}\n`) },
  ],
  invalid: [
    {
      code: one(deprovision + install),
      findings: [
        {
          message: 'final',
          at: '8:3',
          severity: 'high',
          data: { step: 'shell', cleanup: 'waagent -deprovision', source: 'null.a' },
        },
      ],
    },
    {
      name: 'Windows',
      code: one(
        '  provisioner "powershell" {\n    inline = ["& $env:SystemRoot\\\\System32\\\\Sysprep\\\\Sysprep.exe /oobe /generalize /quit"]\n  }\n  provisioner "file" {\n    source = "x"\n    direction = "download"\n  }\n',
      ),
      findings: [{ message: 'final', at: '8:3' }],
    },
    {
      code: one(
        `${shell('"truncate -s 0 /etc/machine-id"')}${shell('"sync"')}  provisioner "ansible" {\n    playbook_file = "x.yml"\n  }\n`,
      ),
      findings: [{ message: 'after', at: '11:3', severity: 'high' }],
    },
    {
      name: 'tests, once for all sources',
      code: build(`${shell('"cloud-init clean"')}  provisioner "goss" {}\n`),
      findings: [
        {
          message: 'after',
          at: '8:3',
          severity: 'medium',
          data: { step: 'goss', cleanup: 'cloud-init clean', source: 'null.a' },
        },
      ],
    },
    {
      name: 'after filling the disk with zeros',
      code: one(shell('"dd if=/dev/zero of=/x"') + install),
      findings: [{ message: 'after', at: '8:3', severity: 'medium' }],
    },
  ],
});
