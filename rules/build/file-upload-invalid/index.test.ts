import { testRule } from 'packer-hybrid/testing';
import { found } from '../_shared/testing.ts';
import rule from './index.ts';

const head = (user: string) =>
  `source "qemu" "x" {\n  ssh_username = ${user}\n}\nbuild {\n  sources = ["source.qemu.x"]\n`;
const file = (...lines: readonly string[]) =>
  `  provisioner "file" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n`;
const build = (steps: string, user = '"ubuntu"') => `${head(user)}${steps}}\n`;
const service = file('source = "a.service"', 'destination = "/etc/systemd/system/a.service"');

testRule(rule, {
  valid: [
    build(file('source = "a"', 'destination = "/tmp/a"')),
    build(file('content = "a"', 'destination = "/var/tmp/a"')),
    build(service, '"root"'),
    { name: 'an unknown user', code: `variable "u" {}\n${build(service, 'var.u')}` },
    {
      name: 'a folder opened before',
      code: build(
        `  provisioner "shell" {\n    inline = ["sudo mkdir /opt/app", "sudo chmod 777 /opt/app"]\n  }\n${file('source = "a"', 'destination = "/opt/app/"')}`,
      ),
    },
    {
      name: 'a download',
      code: build(file('source = "/etc/os-release"', 'destination = "/opt/x"', 'direction = "download"')),
    },
    {
      name: 'folders go into their destination',
      code: build(file('sources = ["a", "b.d"]', 'destination = "/home/ubuntu"')),
      files: { 'a/x': '1', 'b.d/y': '2' },
    },
    build(file('sources = ["a.txt", "b.txt"]', 'destination = "/home/ubuntu/"')),
    {
      name: 'Windows',
      code: 'source "qemu" "x" {\n  communicator = "winrm"\n}\nbuild {\n  sources = ["qemu.x"]\n  provisioner "file" {\n    source = "a"\n    destination = "C:/Windows/x"\n  }\n}\n',
    },
    build(file('source = var.a', 'destination = var.b', 'content = var.c'), '"x"'),
  ],
  invalid: [
    {
      code: build(service),
      findings: [
        found('8:5', 'destination-not-writable', {
          data: { destination: '/etc/systemd/system/a.service', user: 'ubuntu' },
        }),
      ],
    },
    {
      code: build(file('direction = "up"')),
      findings: [
        found('6:3', 'nothing-to-copy'),
        found('6:3', 'destination-missing'),
        found('7:5', 'direction-unknown', { data: { direction: 'up' } }),
      ],
    },
    {
      code: build(file('source = "a"', 'content = "b"', 'destination = "c"')),
      findings: [found('8:5', 'source-and-content', { data: { source: 'source' } })],
    },
    {
      code: build(file('sources = ["a.txt", "b"]', 'destination = "/tmp/x"')),
      files: { b: 'text' },
      findings: [found('8:5', 'files-onto-one', { data: { destination: '/tmp/x', count: 2 } })],
    },
  ],
});
