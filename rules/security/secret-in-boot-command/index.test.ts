// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "qemu" "x" {\n  boot_command = ["<esc>auto url=http://{{.HTTPIP}}:{{.HTTPPort}}/preseed.cfg passwd/make-user=false passwd/root-login=false<enter>"]\n}\n',
    'source "qemu" "x" {\n  boot_command = ["passwd/user-password-crypted=$6$abc$def rootpw --lock", "passwd/user-password=<wait>"]\n}\n',
    'variable "build_username" {\n  sensitive = true\n}\nvariable "hostname" {}\nsource "qemu" "x" {\n  boot_command = ["${var.build_username}<enter>${var.hostname}"]\n}\n',
    'source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "other" {\n    boot_command = ["password=hunter2"]\n  }\n}\n',
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  boot_command = ["<esc>", "auto passwd/user-password=hunter2<enter>"]\n}\n',
      findings: [
        { message: 'written', at: '2:28', data: { what: 'passwd/user-password' }, severity: 'high' },
      ],
    },
    {
      name: 'commands that are typed, also in one string and through a local',
      code: 'locals {\n  boot = ["<enter>", "rootpw hunter2<enter>"]\n}\nsource "proxmox-iso" "x" {\n  boot_command = local.boot\n}\nsource "qemu" "y" {\n  boot_command = "echo root:hunter2 | chpasswd<enter>"\n}\n',
      findings: [
        { message: 'written', at: '2:22', data: { what: 'rootpw' } },
        { message: 'written', at: '8:18', data: { what: 'chpasswd' } },
      ],
    },
    {
      name: 'the public password of Vagrant',
      code: 'source "qemu" "x" {\n  boot_command = ["passwd/user-password=vagrant "]\n}\n',
      findings: [{ message: 'written', at: '2:19', severity: 'medium' }],
    },
    {
      name: 'a sensitive variable, and one that is not',
      code: 'variable "root_password" {\n  sensitive = true\n}\nvariable "api_token" {}\nsource "vsphere-iso" "x" {}\nbuild {\n  source "vsphere-iso.x" {\n    boot_command = ["${var.root_password}<enter>", "token=${var.api_token}"]\n  }\n}\n',
      findings: [
        { message: 'variable', at: '8:21', severity: 'medium' },
        { message: 'variable', at: '8:52', data: { name: 'api_token' }, severity: 'high' },
      ],
    },
  ],
});
