import { testRule } from 'packer-hybrid/testing';
import { found } from '../_shared/testing.ts';
import rule from './index.ts';

const step = (type: string, ...lines: readonly string[]) =>
  `  provisioner "${type}" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n`;
const build = (...steps: readonly string[]) => `build {\n${steps.join('')}}\n`;

testRule(rule, {
  valid: [
    build(
      step(
        'powershell',
        'elevated_user = "SYSTEM"',
        'elevated_password = ""',
        'execution_policy = "ByPass"',
        'debug_mode = 2',
      ),
    ),
    build(step('powershell', 'elevated_user = "a"'), step('powershell', 'elevated_password = ""')),
    build(step('powershell', 'elevated_password = var.p ? "x" : null')),
    build(
      step(
        'powershell',
        'execution_policy = "none"',
        'inline = ["a"]',
        'execute_command = "powershell {{.Path}}"',
      ),
    ),
    build(step('powershell', 'execution_policy = "none"', 'script = "a.ps1"')),
    build(
      step('windows-update'),
      step('windows-restart', 'restart_timeout = "30m"'),
      step('windows-restart'),
    ),
    build(step('windows-restart'), step('shell', 'debug_mode = 7')),
  ],
  invalid: [
    {
      code: build(
        step('powershell', 'elevated_password = build.Password'),
        step('powershell', 'elevated_password = "x"'),
      ),
      findings: [found('3:5', 'elevated'), found('6:5', 'elevated')],
    },
    {
      code: build(step('powershell', 'execution_policy = "open"', 'debug_mode = 3')),
      findings: [found('3:24', 'policy'), found('4:18', 'debug')],
    },
    {
      code: build(step('powershell', 'inline = ["a"]', 'execution_policy = "none"')),
      findings: [found('4:24', 'never')],
    },
    {
      code: build(
        step('windows-update'),
        step('windows-restart'),
        step('powershell', 'inline = ["Install-WindowsFeature Web-Server"]'),
        step('windows-restart', 'restart_timeout = "2m"'),
      ),
      findings: [
        found('4:3', 'restart', { severity: 'medium', data: { time: 'five minutes' } }),
        found('10:23', 'restart'),
      ],
    },
  ],
});
