import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (inline: string, more = '') =>
  `build {\n  provisioner "shell" {\n    inline = [${inline}]${more}\n  }\n}\n`;
const quiet = '\n    environment_vars = ["DEBIAN_FRONTEND=noninteractive"]';

testRule(rule, {
  valid: [
    build('"apt-get update", "apt-get install -y nginx"', quiet),
    build('"apt-get clean", "apt list --installed", "yum makecache", "apt-cache policy install"'),
    build('"export DEBIAN_FRONTEND=noninteractive", "apt-get -qq upgrade"'),
    build('"sudo DEBIAN_FRONTEND=noninteractive apt-get --assume-yes dist-upgrade"'),
    build('"yum -y update", "dnf install --assumeyes vim", "tdnf install -y vim"'),
    build('"zypper -n install vim", "zypper --non-interactive up", "zypper install -y vim"'),
    build('"pacman -Syu --noconfirm", "pacman -Ss vim"'),
    build('"yes | yum install vim"'),
    build('"yum $YUM_OPTS install vim"'),
    {
      name: 'answered in the configuration',
      code: build(
        `"echo 'APT::Get::Assume-Yes \\"true\\";' > /etc/apt/apt.conf.d/90", "DEBIAN_FRONTEND=noninteractive apt-get install vim"`,
      ),
    },
    {
      name: 'unknown variables',
      code: `variable "env" {}\n${build('"apt-get install -y vim"', '\n    environment_vars = var.env')}`,
    },
    {
      name: 'on the host',
      code: 'build {\n  provisioner "shell-local" {\n    inline = ["apt-get install vim"]\n  }\n}\n',
    },
    {
      name: 'a preseed dialog',
      code: build(
        `"echo 'debconf debconf/frontend select Noninteractive' | debconf-set-selections", "apt-get install -y vim"`,
      ),
    },
  ],
  invalid: [
    {
      code: build('"apt-get update", "apt-get install nginx"', quiet),
      findings: [{ message: 'asks', at: '3:34', data: { action: 'apt-get install', option: '-y' } }],
    },
    {
      code: build('"sudo yum update", "zypper in vim", "pacman -S vim", "if dnf remove x; then true; fi"'),
      findings: [
        { message: 'asks', at: '3:16', data: { action: 'yum update', option: '-y' } },
        { message: 'asks', at: '3:35', data: { action: 'zypper in', option: '--non-interactive' } },
        { message: 'asks', at: '3:52', data: { action: 'pacman -S', option: '--noconfirm' } },
        { message: 'asks', at: '3:72' },
      ],
    },
    {
      name: 'a script file',
      code: 'build {\n  provisioner "shell" {\n    scripts = ["a.sh"]\n  }\n}\n',
      files: { 'a.sh': '#!/bin/sh\napt-get -y install \\\n  vim\napt-get -y upgrade\n' },
      findings: [{ message: 'dialog', at: '2:1', file: 'a.sh', sub: 'debconf-dialog', severity: 'low' }],
    },
  ],
});
