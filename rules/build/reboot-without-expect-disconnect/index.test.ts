import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const head = 'source "null" "x" {}\nbuild {\n  sources = ["null.x"]\n';
const shell = (inline: string, more = '') =>
  `  provisioner "shell" {\n    inline = [${inline}]${more}\n  }\n`;
const build = (...steps: readonly string[]) => `${head}${steps.join('')}}\n`;
const expects = '\n    expect_disconnect = true';

testRule(rule, {
  valid: [
    build(shell('"reboot"', expects)),
    build(shell('"sudo shutdown -r now"', expects), shell('"uname"', '\n    pause_before = "30s"')),
    build(shell('"reboot"', `${expects}\n    pause_after = "1m"`), shell('"uname"')),
    {
      name: 'a local step between',
      code: build(
        shell('"reboot"', expects),
        '  provisioner "shell-local" {\n    inline = ["sleep 60"]\n  }\n',
        shell('"uname"'),
      ),
    },
    build(
      shell('"echo reboot required", "needs-reboot", "test -f /var/run/reboot-required", "x --no-reboot"'),
    ),
    build(shell('"shutdown -r +1"')),
    build(shell('"shutdown -h now", "systemctl daemon-reload", "init 3"')),
    build(shell('"(sleep 5; reboot) &"')),
    build(shell('"nohup reboot > /dev/null 2>&1 &"')),
    build(shell('"chroot /mnt reboot"')),
    { name: 'a shutdown command', code: 'source "qemu" "x" {\n  shutdown_command = "reboot"\n}\n' },
    { name: 'on the host', code: build('  provisioner "shell-local" {\n    inline = ["reboot"]\n  }\n') },
    {
      name: 'unknown',
      code: `variable "e" { type = bool }\n${build(shell('"reboot"', '\n    expect_disconnect = var.e'))}`,
    },
    {
      name: 'windows-restart next',
      code: build(shell('"reboot"', expects), '  provisioner "windows-restart" {}\n'),
    },
  ],
  invalid: [
    {
      code: build(shell('"apt-get -y dist-upgrade", "reboot"')),
      findings: [{ message: 'unexpected', at: '5:43', data: { command: 'reboot' } }],
      fixed: build(shell('"apt-get -y dist-upgrade", "reboot"', expects)),
    },
    {
      name: 'in a condition, with output',
      code: build(shell('"if true; then sudo systemctl --force reboot > /dev/null 2>&1; fi"')),
      findings: [{ message: 'unexpected', at: '5:30' }],
      fixed: build(shell('"if true; then sudo systemctl --force reboot > /dev/null 2>&1; fi"', expects)),
    },
    {
      name: 'a script file and the next step',
      code: build(
        '  provisioner "shell" {\n    script = "s.sh"\n    expect_disconnect = false\n  }\n',
        '  provisioner "file" {\n    source = "a"\n  }\n',
      ),
      files: { 's.sh': '#!/bin/sh\ninit 6\n' },
      findings: [
        { message: 'unexpected', at: '2:1', file: 's.sh' },
        { message: 'next', at: '8:3', sub: 'next-step-too-early', severity: 'medium' },
      ],
    },
    {
      code: build('  provisioner "powershell" {\n    inline = ["Restart-Computer -Force"]\n  }\n'),
      findings: [{ message: 'windows', at: '5:16', severity: 'medium' }],
    },
    {
      name: 'a block on one line',
      code: build('  provisioner "shell" { inline = ["shutdown -r now"] }\n'),
      findings: [{ message: 'unexpected', at: '4:36' }],
    },
  ],
});
