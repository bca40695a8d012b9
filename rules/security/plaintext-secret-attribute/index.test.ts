import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const declared = '\nvariable "ssh_password" {\n  type      = string\n  sensitive = true\n}\n';

testRule(rule, {
  valid: [
    'variable "p" {\n  default = "hunter2"\n}\nsource "qemu" "x" {\n  ssh_password = var.p\n  vnc_password = ""\n  winrm_password = null\n  ssh_private_key_file = "~/.ssh/id"\n}\n',
    'source "qemu" "x" {\n  ssh_password = "$SSH_PASSWORD"\n}\nsource "proxmox-iso" "y" {\n  token = vault("secret/data/x", "token")\n}\n',
    'source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "powershell" {\n    elevated_password = build.Password\n    environment_vars = ["TOKEN=", "PASSWORD_FILE=/run/x", "PLAIN=hunter2", "KEY=a"]\n  }\n  provisioner "ansible" {\n    extra_arguments = ["-e", "@secrets.json", "--vault-password-file=x", "-e", "user=admin"]\n  }\n}\n',
    'data "amazon-secretsmanager" "x" {\n  secret = "prod/packer"\n  name   = "a"\n}\n',
    {
      file: 'x.json',
      code: '{"variables": {"p": "hunter2"}, "builders": [{"type": "qemu", "ssh_password": "{{user `p`}}"}]}',
    },
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  ssh_password = "hunter2"\n}\n',
      findings: [{ message: 'written', at: '2:18', data: { name: 'ssh_password' }, severity: 'critical' }],
      fixed: `source "qemu" "x" {\n  ssh_password = var.ssh_password\n}\n${declared}`,
    },
    {
      name: 'where the variable is there already, public or for tests',
      file: 'tests/x.pkr.hcl',
      code: `variable "ssh_password" {\n  sensitive = true\n}\nsource "qemu" "x" {\n  ssh_password = "vagrant"\n}\n`,
      findings: [{ message: 'written', at: '5:18', severity: 'low' }],
      fixed: `variable "ssh_password" {\n  sensitive = true\n}\nsource "qemu" "x" {\n  ssh_password = var.ssh_password\n}\n`,
    },
    {
      name: 'through a local, as a fallback, in what a build adds, public',
      code: 'variable "p" {}\nlocals {\n  pw = "hunter2"\n}\nsource "vsphere-iso" "x" {\n  password = local.pw\n}\nbuild {\n  source "vsphere-iso.x" {\n    winrm_password = var.p != "" ? var.p : "other-one"\n    ssh_password = coalesce(var.p, "vagrant")\n  }\n}\n',
      findings: [
        { message: 'written', at: '3:8', data: { name: 'password' } },
        { message: 'written', at: '10:44', severity: 'critical' },
        { message: 'written', at: '11:36', severity: 'medium' },
      ],
    },
    {
      name: 'in environments and arguments',
      code: 'source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "shell" {\n    environment_vars = ["DB_PASSWORD=hunter2"]\n    env = { API_TOKEN = "abc123" }\n  }\n  provisioner "ansible" {\n    extra_arguments = ["-e", "ansible_password=hunter2 x=y"]\n  }\n}\n',
      findings: [
        { message: 'environment', at: '5:25', data: { name: 'DB_PASSWORD' } },
        { message: 'environment', at: '6:25', data: { name: 'API_TOKEN' } },
        { message: 'argument', at: '9:30', data: { name: 'ansible_password' } },
      ],
    },
    {
      file: 'x.json',
      code: '{"builders": [{"type": "azure-arm", "client_secret": "hunter2"}]}',
      findings: [{ message: 'written', at: '1:54' }],
    },
  ],
});
