// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const pw = 'variable "pw" {\n  sensitive = true\n}\n';

testRule(rule, {
  valid: [
    `${pw}local "a" {\n  expression = base64encode(var.pw)\n  sensitive  = true\n}\n`,
    `${pw}locals {\n  a = "admin:\${var.pw}"\n  b = join(":", ["admin", var.pw])\n  c = format("%s", var.pw)\n}\n`,
    'variable "pw" {\n  sensitive = true\n  default   = ""\n}\nvariable "plain" {}\nvariable "build_username" {\n  sensitive = true\n}\nlocals {\n  a = base64encode(var.pw)\n  b = base64encode(var.plain)\n  c = lower(var.build_username)\n}\n',
    `${pw}source "qemu" "x" {\n  cd_content = {\n    "user-data" = templatefile("x.tpl", { pw = var.pw })\n  }\n}\n`,
  ],
  invalid: [
    {
      code: `${pw}locals {\n  auth = base64encode("admin:\${var.pw}")\n}\n`,
      findings: [
        {
          message: 'local',
          at: '5:10',
          data: { called: 'base64encode', secret: 'pw', name: 'auth' },
          severity: 'high',
        },
      ],
      fixed: `${pw}local "auth" {\n  expression = base64encode("admin:\${var.pw}")\n  sensitive  = true\n}\n`,
    },
    {
      name: 'one of several, through another local, and hashed',
      code: `${pw}locals {\n  plain = "a:\${var.pw}"\n  url   = "https://\${urlencode(local.plain)}@host"\n}\nlocals { h = bcrypt(var.pw) }\n`,
      findings: [
        { message: 'local', at: '6:22', data: { called: 'urlencode', secret: 'pw', name: 'url' } },
        { message: 'local', at: '8:14', severity: 'low' },
      ],
      fixed: `${pw}locals {\n  plain = "a:\${var.pw}"\n}\nlocal "url" {\n  expression = "https://\${urlencode(local.plain)}@host"\n  sensitive  = true\n}\nlocals { h = bcrypt(var.pw) }\n`,
    },
    {
      name: 'where it is used',
      code: `${pw}source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "shell" {\n    environment_vars = ["A=\${base64encode(var.pw)}"]\n  }\n}\n`,
      findings: [{ message: 'inline', at: '8:30', data: { called: 'base64encode', secret: 'pw' } }],
    },
  ],
});
