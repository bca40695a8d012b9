import { testRule } from 'packer-hybrid/testing';
import { found } from '../_shared/testing.ts';
import rule from './index.ts';

const build = (type: string, ...lines: readonly string[]) =>
  `build {\n  provisioner "${type}" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

testRule(rule, {
  valid: [
    build('breakpoint', 'disable = true'),
    `variable "debug" { default = false }\n${build('breakpoint', 'disable = !var.debug')}`,
    `variable "quiet" { type = bool }\n${build('breakpoint', 'disable = var.quiet')}`,
    build('shell', 'inline = ["sleep 30", "sleep 5m", "sleep $X"]'),
    build('shell', 'inline = ["rm x || true"]'),
    build('shell', 'inline = ["install-it || true", "check-it"]'),
    build('shell', 'inline = ["test -f x && exit 1"]'),
    build('shell', 'valid_exit_codes = [0, 143]', 'inline = ["reboot"]'),
    build('windows-shell', 'valid_exit_codes = [0, 3010]'),
    build('powershell', 'debug_mode = 0'),
    build('shell', 'continue_on_error = true', 'script = "install.sh"'),
    'build {\n  error-cleanup-provisioner "breakpoint" {}\n}\n',
  ],
  invalid: [
    { code: build('breakpoint', 'note = "look"'), findings: [found('2:3', 'breakpoint')] },
    { code: build('breakpoint', 'disable = false'), findings: [found('2:3', 'breakpoint')] },
    {
      code: build('shell', 'inline = ["echo", "sleep 3600"]'),
      findings: [found('3:24', 'long-sleep', { data: { command: 'sleep 3600', minutes: 60 } })],
    },
    {
      code: build('powershell', 'inline = ["Start-Sleep -Seconds 900"]', 'debug_mode = 1'),
      findings: [found('3:16', 'long-sleep'), found('4:5', 'debug-mode')],
    },
    { code: build('shell', 'inline = ["exit 1"]'), findings: [found('3:16', 'always-fails')] },
    {
      code: build('shell', 'inline = ["install-it --all || true"]'),
      findings: [found('3:16', 'failure-hidden')],
    },
    { code: build('shell', 'valid_exit_codes = [0, 1]'), findings: [found('3:5', 'failure-accepted')] },
    {
      code: build('ansible', 'continue_on_error = true', 'playbook_file = "harden.yml"'),
      findings: [found('3:5', 'failure-ignored')],
    },
  ],
});
