import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "vsphere-iso" "x" {}\nsource "proxmox" "old" {}\ndata "amazon-ami" "y" {}\nbuild {\n  provisioner "windows-update" {}\n  post-processor "manifest" {}\n}\n',
    'packer {\n  required_plugins {\n    qemux = {\n      source = "github.com/acme/qemux"\n      version = "~> 1"\n    }\n  }\n}\nsource "qemux" "x" {}\nsource "qemux-iso" "y" {}\n',
    { name: 'near to nothing', code: 'source "acme-cloud" "x" {}\nbuild {\n  provisioner "banana" {}\n}\n' },
  ],
  invalid: [
    {
      code: 'source "vsphere_iso" "x" {\n  vm_name = "x"\n}\nbuild {\n  sources = ["source.vsphere_iso.x", "vsphere_iso.x"]\n  source "vsphere_iso.x" {}\n}\n',
      findings: [
        { message: 'meant', at: '1:1', data: { kind: 'builder', type: 'vsphere_iso', meant: 'vsphere-iso' } },
      ],
      fixed:
        'source "vsphere-iso" "x" {\n  vm_name = "x"\n}\nbuild {\n  sources = ["source.vsphere-iso.x", "vsphere-iso.x"]\n  source "vsphere-iso.x" {}\n}\n',
    },
    {
      code: 'source "azurearm" "x" {}\nsource "azurearm" "y" {}\ndata "amazon-amy" "z" {}\nbuild {\n  provisioner "shel" {}\n  provisioner "windows-reboot" {}\n  post-processor "manifst" {}\n}\n',
      findings: [
        { message: 'meant', at: '1:1' },
        { message: 'meant', at: '2:1' },
        { message: 'meant', at: '3:1' },
        { message: 'meant', at: '5:3' },
        {
          message: 'meant',
          at: '6:3',
          data: { kind: 'provisioner', type: 'windows-reboot', meant: 'windows-restart' },
        },
        { message: 'meant', at: '7:3' },
      ],
      fixed:
        'source "azure-arm" "x" {}\nsource "azure-arm" "y" {}\ndata "amazon-amy" "z" {}\nbuild {\n  provisioner "shell" {}\n  provisioner "windows-restart" {}\n  post-processor "manifest" {}\n}\n',
    },
    {
      code: 'build {\n  provisioner "manifest" {}\n  post-processor "powershell" {}\n}\n',
      findings: [
        {
          message: 'moved',
          at: '2:3',
          data: { kind: 'provisioner', type: 'manifest', other: 'post-processor' },
        },
        { message: 'moved', at: '3:3' },
      ],
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "qemuu"}]}',
      findings: [{ message: 'meant', at: '1:15' }],
    },
  ],
});
