import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const plugin = (name: string) =>
  `    ${name} = {\n      version = "~> 1.0"\n      source = "github.com/hashicorp/${name}"\n    }\n`;
const packer = (entries: string) => `packer {\n  required_plugins {\n${entries}  }\n}\n`;

testRule(rule, {
  valid: [
    `${packer(plugin('ansible') + plugin('amazon') + plugin('git') + plugin('vagrant'))}data "amazon-ami" "a" {}\ndata "git-commit" "b" {}\nbuild {\n  provisioner "ansible-local" {}\n  post-processors {\n    post-processor "vagrant" {}\n  }\n}\n`,
    { name: 'a directory of plugins alone', code: packer(plugin('ansible')) },
    {
      name: 'an entry under another name',
      code: 'packer {\n  required_plugins {\n    azurerm = {\n      version = "1"\n      source = "github.com/hashicorp/azure"\n    }\n  }\n}\nsource "azure-arm" "x" {}\nbuild {}\n',
    },
    {
      name: 'a plugin of one component',
      code: `${packer(plugin('acme'))}build {\n  provisioner "acme" {}\n}\n`,
    },
  ],
  invalid: [
    {
      code: `${packer(plugin('ansible') + plugin('qemu'))}build {\n  sources = ["source.qemu.x"]\n  provisioner "shell" {}\n}\nsource "qemu" "x" {}\n`,
      findings: [{ message: 'unused', at: '3:5', data: { plugin: 'ansible' } }],
      fixed: `${packer(plugin('qemu'))}build {\n  sources = ["source.qemu.x"]\n  provisioner "shell" {}\n}\nsource "qemu" "x" {}\n`,
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"packer": {"required_plugins": {"qemu": {"version": "1", "source": "github.com/hashicorp/qemu"}}}, "build": {}}',
      findings: [{ message: 'unused', at: '1:35' }],
    },
  ],
});
