// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const start =
  'variable "pw" {\n  sensitive = true\n}\nvariable "pw_encrypted" {\n  sensitive = true\n}\nvariable "ssh_public_key" {\n  sensitive = true\n}\n';

testRule(rule, {
  valid: [
    `${start}source "qemu" "x" {\n  cd_content = { "user-data" = var.pw }\n  http_content = { "/x" = "\${var.pw_encrypted} \${var.ssh_public_key}" }\n}\n`,
    `${start}source "qemu" "x" {\n  http_content = { "/x" = var.pw }\n  http_bind_address = "127.0.0.1"\n}\nsource "qemu" "y" {\n  http_content = { "/x" = var.pw }\n  http_interface = "virbr0"\n}\n`,
    'source "qemu" "x" {\n  http_content = { "/x" = "password: hunter2" }\n}\n',
    {
      name: 'a template that does not use what it is given',
      code: `${start}source "qemu" "x" {\n  http_content = { "/x" = templatefile("x.tpl", { pw = var.pw, hash = var.pw_encrypted }) }\n}\n`,
      files: { 'x.tpl': 'rootpw --iscrypted ${hash} # not pw\n' },
    },
  ],
  invalid: [
    {
      name: 'a template that uses it',
      code: `${start}locals {\n  text = templatefile("x.tpl", { pw = var.pw })\n}\nsource "qemu" "x" {\n  http_content = { "/x" = local.text }\n}\n`,
      files: { 'x.tpl': 'rootpw --plaintext ${pw}\n' },
      findings: [{ message: 'served', at: '14:27', data: { name: 'pw', file: '/x' } }],
    },
    {
      code: `${start}source "vsphere-iso" "x" {\n  http_content = {\n    "/meta-data" = ""\n    "/user-data" = "password: \${var.pw}"\n  }\n}\n`,
      findings: [{ message: 'served', at: '13:20', data: { name: 'pw', file: '/user-data' } }],
    },
    {
      name: 'through templatefile, a condition and a local',
      code: `${start}variable "how" {}\nlocals {\n  content = {\n    "/ks.cfg" = templatefile("ks.tpl", { secret = var.pw })\n  }\n}\nsource "qemu" "x" {\n  http_content = var.how == "http" ? local.content : null\n}\n`,
      findings: [{ message: 'served', at: '13:17', data: { name: 'pw', file: '/ks.cfg' } }],
    },
  ],
});
