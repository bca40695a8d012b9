import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const variable = (name: string, text: string) => `variable "${name}" {\n  default = ${text}\n}\n`;

testRule(rule, {
  valid: [
    ...[
      'secret_name',
      'api_token_id',
      'ssh_key_name',
      'password_file',
      'ssh_private_key_path',
      'token_url',
      'key_pair_type',
      'password_authentication_enabled',
      'vnc_disable_password',
      'public_key',
      'passwordless_label',
    ].map((name) => variable(name, '"something-Else5"')),
    ...[
      '""',
      'null',
      'env("X")',
      '"<token>"',
      '"REPLACE_WITH_TOKEN"',
      '"XXXXXXXX"',
      '"$SSH_PASSWORD"',
      '"{{ .Password }}"',
      '"~/.ssh/id_ed25519"',
      '"your-password-here"',
      'true',
      '1234',
    ].map((text) => variable('ssh_password', text)),
    'variable "vnc_disable_password" {\n  type    = bool\n  default = true\n}\nvariable "use_password" {\n  type    = bool\n  default = "true"\n}\n',
    'variable "password" {\n  type      = string\n  sensitive = true\n}\n',
    {
      code: '{"variables": {"password": "", "token": "{{env `TOKEN`}}", "name": "abc"}, "builders": []}',
      file: 'x.json',
    },
  ],
  invalid: [
    {
      code: variable('proxmox_token', '"d4e1f0a2-7c1b-4c1e-9d2f-3b6a8e5f9c10"'),
      findings: [{ message: 'written', at: '2:13', data: { name: 'proxmox_token' }, severity: 'critical' }],
      fixed: 'variable "proxmox_token" {\n  sensitive = true\n}\n',
    },
    {
      name: 'marked as sensitive already, and one that everybody should change',
      code: 'variable "adminPassword" {\n  type      = string\n  default   = "changeme-now"\n  sensitive = true\n}\n',
      findings: [{ message: 'written', at: '3:15', severity: 'critical' }],
      fixed: 'variable "adminPassword" {\n  type      = string\n  sensitive = true\n}\n',
    },
    {
      name: 'public, hashed, in a list of variables, in an object',
      code: 'variables {\n  ssh_password = "vagrant"\n  root_password_hash = "$6$abc$defghijkl"\n}\nvariable "user" {\n  default = { name = "a", passwd = "Hunter-22" }\n}\n',
      findings: [
        { message: 'written', at: '2:18', severity: 'medium' },
        { message: 'hash', at: '3:24', severity: 'medium' },
        { message: 'entry', at: '6:36', data: { name: 'user', key: 'passwd' }, severity: 'critical' },
      ],
    },
    {
      file: 'x.pkr.json',
      code: '{"variable": {"api_key": {"default": "0a1b2c3d4e"}}}',
      findings: [{ message: 'written', at: '1:38' }],
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"variables": {"client_secret": "0a1b2c3d4e"}, "builders": []}',
      findings: [{ message: 'written', at: '1:33' }],
    },
    {
      file: 'test/fixtures/x.pkr.hcl',
      code: variable('password', '"hunter2"'),
      findings: [{ message: 'written', at: '2:13', severity: 'low' }],
      fixed: 'variable "password" {\n  sensitive = true\n}\n',
    },
  ],
});
