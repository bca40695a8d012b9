import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const qemu = (...lines: readonly string[]) =>
  `source "qemu" "x" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    qemu(
      'boot_wait = "-1s"',
      'ssh_timeout = "1h30m"',
      'shutdown_timeout = "0"',
      'boot_key_interval = "1.5ms"',
    ),
    qemu('boot_wait = ""', 'ssh_timeout = null', 'shutdown_timeout = var.t', 'ssh_handshake_attempts = 10'),
    'source "acme-x" "x" {\n  boot_wait = "5"\n}\n',
    {
      name: 'what is rendered later',
      file: 'x.json',
      code: '{"builders": [{"type": "qemu", "boot_wait": "{{.Wait}}", "ssh_timeout": "5m"}]}',
    },
  ],
  invalid: [
    {
      code: qemu(
        'boot_wait = "5"',
        'ssh_timeout = "1d"',
        'shutdown_timeout = 10',
        'boot_key_interval = "30 s"',
      ),
      findings: [
        { message: 'unit', at: '2:15', data: { name: 'boot_wait', value: '"5"' } },
        { message: 'form', at: '3:17' },
        { message: 'unit', at: '4:22', data: { name: 'shutdown_timeout', value: '10' } },
        { message: 'form', at: '5:23' },
      ],
      fixed: qemu(
        'boot_wait = "5s"',
        'ssh_timeout = "24h"',
        'shutdown_timeout = "10s"',
        'boot_key_interval = "30s"',
      ),
    },
    {
      name: 'attributes of Packer itself, nested ones and values from elsewhere',
      code: 'locals {\n  wait = "5min"\n}\nbuild {\n  provisioner "shell" {\n    pause_before = "10"\n    timeout = local.wait\n    start_retry_timeout = "1,5m"\n  }\n}\n',
      findings: [
        { message: 'unit', at: '6:20' },
        { message: 'form', at: '7:15' },
        { message: 'form', at: '8:27' },
      ],
      fixed:
        'locals {\n  wait = "5min"\n}\nbuild {\n  provisioner "shell" {\n    pause_before = "10s"\n    timeout = local.wait\n    start_retry_timeout = "1,5m"\n  }\n}\n',
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "qemu", "boot_wait": 5, "ssh_timeout": "300"}]}',
      findings: [
        { message: 'nanoseconds', at: '1:45', severity: 'medium' },
        { message: 'unit', at: '1:63' },
      ],
      fixed: '{"builders": [{"type": "qemu", "boot_wait": 5, "ssh_timeout": "300s"}]}',
    },
  ],
});
