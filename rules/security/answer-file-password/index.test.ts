// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const served = (text: string) =>
  `source "qemu" "x" {\n  http_content = {\n    "/a" = ${JSON.stringify(text)}\n  }\n}\n`;
const withFiles = (body: string, files: Readonly<Record<string, string>>) => ({
  code: `source "qemu" "x" {\n  ${body}\n}\n`,
  files,
});

testRule(rule, {
  valid: [
    served(
      'rootpw --lock\nrootpw --iscrypted $6$a$b\nuser --name=a --password=$6$a$b --iscrypted\nd-i passwd/root-login boolean false\nd-i passwd/user-password-again password\n',
    ),
    served('rootpw vagrant\n#rootpw hunter2\nidentity:\n  password: $6$a$b\n'),
    'variable "pw" {}\nsource "qemu" "x" {\n  http_content = {\n    "/a" = "rootpw --plaintext ${var.pw}"\n    "/b" = templatefile("${path.root}/b.tpl", { pw = var.pw })\n  }\n}\n',
    withFiles('http_directory = "http"\n  boot_command = ["http://{{ .HTTPIP }}:{{ .HTTPPort }}/good.cfg"]', {
      'http/good.cfg': 'rootpw ${pw}\n',
      'http/other.cfg': 'rootpw hunter2\n',
    }),
    withFiles('floppy_files = ["a.xml", "missing.xml"]', {
      'a.xml':
        '<Password><Value>${pw}</Value><PlainText>true</PlainText></Password><Password><Value></Value></Password>',
    }),
  ],
  invalid: [
    {
      code: served('rootpw --plaintext packer\nreboot\n'),
      findings: [{ message: 'clear', at: '3:13', data: { what: 'rootpw' } }],
    },
    {
      name: 'in a heredoc through a local',
      code: 'locals {\n  ks = <<-EOT\n    lang en\n    rootpw hunter2\n    user --name=a --plaintext --password=hunter2\n  EOT\n}\nsource "qemu" "x" {\n  cd_content = { "/ks.cfg" = local.ks }\n}\n',
      findings: [
        { message: 'clear', at: '4:5', data: { what: 'rootpw' } },
        { message: 'clear', at: '5:5', data: { what: 'user --password' } },
      ],
    },
    {
      name: 'in files that are served, and in templates',
      ...withFiles(
        'http_directory = "http"\n  http_content = { "/u" = templatefile("u.tpl", {}) }\n  boot_command = ["<esc>"]',
        {
          'http/sub/preseed.cfg': '# x\nd-i passwd/root-password password hunter2\n',
          'u.tpl':
            'users:\n  - name: a\n    plain_text_passwd: "hunter2"\nchpasswd:\n  expire: false\n  list:\n    - root:hunter2\n',
        },
      ),
      findings: [
        { message: 'clear', at: '2:1', file: 'http/sub/preseed.cfg', data: { what: 'passwd' } },
        { message: 'clear', at: '3:5', file: 'u.tpl', data: { what: 'plain_text_passwd' } },
        { message: 'clear', at: '7:5', file: 'u.tpl', data: { what: 'chpasswd' } },
      ],
    },
    {
      name: 'on discs, with a pattern and in a folder',
      ...withFiles('floppy_files = ["win/*.xml"]\n  cd_files = ["suse"]', {
        'win/Autounattend.xml':
          '<AutoLogon>\n  <Password>\n    <Value>Hunter-22</Value>\n    <PlainText>true</PlainText>\n  </Password>\n</AutoLogon>\n<AdministratorPassword><Value>SAB1AG4=</Value><PlainText>false</PlainText></AdministratorPassword>\n',
        'win/readme.txt': 'rootpw hunter2\n',
        'suse/autoinst.xml':
          '<user>\n  <encrypted config:type="boolean">false</encrypted>\n  <user_password>hunter2</user_password>\n</user>\n',
      }),
      findings: [
        { message: 'clear', at: '3:3', file: 'suse/autoinst.xml', data: { what: 'user_password' } },
        { message: 'clear', at: '2:3', file: 'win/Autounattend.xml', data: { what: 'Password' } },
        { message: 'encoded', at: '7:1', file: 'win/Autounattend.xml', severity: 'low' },
      ],
    },
  ],
});
