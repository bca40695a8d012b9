import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const uses =
  'source "proxmox-iso" "x" {}\nbuild {\n  sources = ["source.proxmox-iso.x"]\n  provisioner "ansible-local" {}\n}\n';
const entry = (name: string, source: string, version = '~> 1.2') =>
  `    ${name} = {\n      version = "${version}"\n      source  = "${source}"\n    }\n`;
const both =
  entry('proxmox', 'github.com/hashicorp/proxmox') +
  entry('ansible', 'github.com/hashicorp/ansible', '~> 1.1');

testRule(rule, {
  valid: [
    `packer {\n  required_plugins {\n${both}  }\n}\n${uses}`,
    {
      name: 'a block in another file',
      code: uses,
      files: { 'plugins.pkr.hcl': `packer {\n  required_plugins {\n${both}  }\n}\n` },
    },
    'source "null" "x" {}\nsource "file" "y" {}\ndata "http" "z" {}\nbuild {\n  provisioner "shell" {}\n  provisioner "powershell" {}\n  provisioner "hcp-sbom" {}\n  post-processor "manifest" {}\n}\n',
    {
      name: 'a Packer that brings the plugins along',
      code: `packer {\n  required_version = "~> 1.8.0"\n}\n${uses}`,
    },
    {
      name: 'another name for the plugin',
      code: 'packer {\n  required_plugins {\n    pve = {\n      version = "1"\n      source = "github.com/hashicorp/proxmox"\n    }\n  }\n}\nsource "proxmox-iso" "x" {}\nsource "pve-iso" "y" {}\n',
    },
    { name: 'a legacy template', file: 'x.json', code: '{"builders": [{"type": "qemu"}]}' },
    { name: 'a misspelt type', code: 'build {\n  provisioner "shel" {}\n}\n' },
  ],
  invalid: [
    {
      code: uses,
      findings: [
        {
          message: 'missing',
          at: '1:1',
          data: { plugins: 'proxmox (proxmox-iso), ansible (ansible-local)' },
        },
      ],
      fixed: `packer {\n  required_plugins {\n${both}  }\n}\n\n${uses}`,
    },
    {
      code: `packer {\n  required_version = ">= 1.8"\n}\n${uses}`,
      findings: [{ message: 'missing', at: '4:1' }],
      fixed: `packer {\n  required_version = ">= 1.8"\n  required_plugins {\n${both}  }\n}\n${uses}`,
    },
    {
      code: uses,
      files: {
        'a.pkr.hcl': `packer {\n  required_plugins {\n${entry('proxmox', 'github.com/hashicorp/proxmox')}  }\n}\n`,
      },
      findings: [{ message: 'missing', at: '4:3', data: { plugins: 'ansible (ansible-local)' } }],
      fixed: { 'a.pkr.hcl': `packer {\n  required_plugins {\n${both}  }\n}\n` },
    },
    {
      code: 'packer {\n  required_plugins {}\n}\ndata "amazon-ami" "x" {}\nbuild {\n  post-processor "vagrant" {}\n  provisioner "windows-update" {}\n}\n',
      findings: [
        {
          message: 'missing',
          at: '4:1',
          data: { plugins: 'amazon (amazon-ami), windows-update (windows-update), vagrant (vagrant)' },
        },
      ],
      fixed: `packer {\n  required_plugins {\n${entry('amazon', 'github.com/hashicorp/amazon', '~> 1.8')}${entry('windows-update', 'github.com/rgl/windows-update', '~> 0.18')}${entry('vagrant', 'github.com/hashicorp/vagrant', '~> 1.1')}}\n}\ndata "amazon-ami" "x" {}\nbuild {\n  post-processor "vagrant" {}\n  provisioner "windows-update" {}\n}\n`,
    },
    {
      code: 'source "acme-cloud" "x" {}\nbuild {\n  provisioner "acme" {}\n}\n',
      findings: [
        { message: 'unknown', at: '1:1', severity: 'medium', data: { kind: 'builder', type: 'acme-cloud' } },
        { message: 'unknown', at: '3:3' },
      ],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"source": {"qemu": {"x": {}}}}',
      findings: [{ message: 'missing', at: '1:27' }],
    },
  ],
});
