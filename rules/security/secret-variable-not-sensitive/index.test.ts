// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "ssh_private_key" {\n  type = string\n}\nsource "qemu" "a" {\n  ssh_private_key_file = var.ssh_private_key\n}',
    'variable "build_password" {\n  type      = string\n  sensitive = true\n}\nsource "proxmox-iso" "x" {\n  ssh_password = var.build_password\n}\n',
    'variable "proxmox_api_token_id" {}\nvariable "remote_private_key_file_path" {}\nvariable "key_vault_secret_name" {}\nvariable "vnc_use_password" {\n  type = bool\n}\nvariable "secret_rotation" {\n  default = false\n}\n',
    {
      name: 'a variable that only decides which secret is used',
      code: 'variable "stage" {}\nvariable "p" {\n  sensitive = true\n}\nsource "qemu" "x" {\n  ssh_password = var.stage == "prod" ? var.p : null\n  ssh_private_key_file = var.stage\n}\n',
    },
    {
      file: 'x.json',
      code: '{"variables": {"password": null}, "sensitive-variables": ["password"], "builders": []}',
    },
  ],
  invalid: [
    {
      code: 'variable "build_password" {\n  type = string\n}\n',
      findings: [{ message: 'named', at: '1:1', data: { name: 'build_password' } }],
      fixed: 'variable "build_password" {\n  type = string\n  sensitive = true\n}\n',
    },
    {
      name: 'a flag that is false or a comment, on one line, and empty',
      code: 'variable "token" {\n  description = "x"\n  sensitive   = false\n}\nvariable "passwd" {\n  description = "x" # sensitive = true\n}\nvariable "api_key" { type = string }\nvariable "secret" {}\n',
      findings: [
        { message: 'named', at: '1:1' },
        { message: 'named', at: '5:1' },
        { message: 'named', at: '8:1' },
        { message: 'named', at: '9:1' },
      ],
      fixed:
        'variable "token" {\n  description = "x"\n  sensitive   = true\n}\nvariable "passwd" {\n  description = "x"\n  sensitive   = true # sensitive = true\n}\nvariable "api_key" {\n  type = string\n  sensitive = true\n}\nvariable "secret" {\n  sensitive = true\n}\n',
    },
    {
      name: 'a harmless name whose value reaches a password through locals and templates',
      code: 'variable "login" {\n  type    = string\n  default = null\n}\nlocals {\n  a = "${var.login}"\n}\nsource "vsphere-iso" "x" {\n  password = local.a\n}\n',
      findings: [{ message: 'flows', at: '1:1', data: { name: 'login', attribute: 'password' } }],
      fixed:
        'variable "login" {\n  type    = string\n  default = null\n  sensitive = true\n}\nlocals {\n  a = "${var.login}"\n}\nsource "vsphere-iso" "x" {\n  password = local.a\n}\n',
    },
    {
      name: 'a hash',
      code: 'variable "root_password_encrypted" {\n  type = string\n}\n',
      findings: [{ message: 'named', at: '1:1', severity: 'medium' }],
      fixed: 'variable "root_password_encrypted" {\n  type = string\n  sensitive = true\n}\n',
    },
    {
      name: 'in a list of variables',
      code: 'variables {\n  ssh_password = null\n}\n',
      findings: [{ message: 'list', at: '2:3' }],
    },
    {
      file: 'x.json',
      code: '{"variables": {"p": null}, "builders": [{"type": "qemu", "ssh_password": "{{user `p`}}"}]}',
      findings: [{ message: 'legacy', at: '1:16' }],
    },
  ],
});
