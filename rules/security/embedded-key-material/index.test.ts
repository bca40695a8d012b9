import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

// Put together here, so that scanners of this repository find none.
const begin = `-----BEGIN OPENSSH PRIVATE ${'KEY'}-----`;
const key = `${begin}\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\n-----END OPENSSH PRIVATE ${'KEY'}-----\n`;
const vagrant = `-----BEGIN RSA PRIVATE ${'KEY'}-----\nMIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr+kz4TjGYe7gHzI\n`;
const github = `ghp${'_'}0123456789abcdefghijABCDEFGHIJ012345`;
const aws = `AKIA${'Q'}1W2E3R4T5Y6U7I8`;
const jwt = `eyJhbGciOiJIUzI1NiJ9${'.'}eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N`;

testRule(rule, {
  valid: [
    'locals {\n  public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ packer@ci"\n  cert = "-----BEGIN CERTIFICATE-----"\n  pub = "-----BEGIN PUBLIC KEY-----"\n}\n',
    `locals {\n  a = "${begin}\\n...\\n"\n  b = "AKIAIOSFODNN7EXAMPLE"\n}\n`,
    {
      code: 'source "qemu" "x" {\n  ssh_private_key_file = "testdata/id"\n}\n',
      files: { 'testdata/id': key },
    },
    'source "qemu" "x" {\n  ssh_private_key_file = "~/.ssh/id_ed25519"\n}\n',
  ],
  invalid: [
    {
      code: `locals {\n  key = <<-EOT\n    ${key.replaceAll('\n', '\n    ')}\n  EOT\n}\n`,
      findings: [{ message: 'key', at: '3:5', data: { what: 'a private key' } }],
    },
    {
      code: `variable "a" {\n  default = "${github}"\n}\nlocals {\n  b = "${aws}"\n  c = "${jwt}"\n  d = "https://x.blob.core.windows.net/y?sv=1&sig=abcdefghijklmnopqrstuvwxyz0123456789%3D"\n}\n`,
      findings: [
        { message: 'key', at: '2:14', data: { what: 'a GitHub token' } },
        { message: 'key', at: '5:8' },
        { message: 'key', at: '6:8' },
        { message: 'key', at: '7:46' },
      ],
    },
    {
      name: 'in files that the template names',
      code: 'source "qemu" "x" {\n  ssh_private_key_file = "keys/id"\n  cd_files = ["a.cfg"]\n}\nlocals {\n  k = file("k.pem")\n}\nbuild {\n  sources = ["source.qemu.x"]\n  provisioner "shell" {\n    script = "s.sh"\n  }\n  provisioner "file" {\n    source = "insecure.key"\n    destination = "/tmp/x"\n  }\n}\n',
      files: {
        'keys/id': key,
        'k.pem': `# x\n${key}`,
        's.sh': `#!/bin/sh\nexport T=${github}\n`,
        'a.cfg': `x ${aws}\n`,
        'insecure.key': vagrant,
      },
      findings: [
        { message: 'key', at: '1:3', file: 'a.cfg' },
        { message: 'vagrant', at: '1:1', file: 'insecure.key', severity: 'low' },
        { message: 'key', at: '2:1', file: 'k.pem' },
        { message: 'key', at: '1:1', file: 'keys/id' },
        { message: 'key', at: '2:10', file: 's.sh' },
      ],
    },
    {
      name: 'in a variable file',
      code: 'variable "t" {}\n',
      files: { 'x.auto.pkrvars.hcl': `t = "${github}"\n` },
      findings: [{ message: 'key', at: '1:6', file: 'x.auto.pkrvars.hcl' }],
    },
  ],
});
