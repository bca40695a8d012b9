import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const plugin = (name: string, source: string, rest: string) =>
  `packer {\n  required_plugins {\n    ${name} = {\n      version = "~> 1.0"\n      source = "${source}"\n    }\n  }\n}\n${rest}`;
const arm = 'source "azure-arm" "x" {}\n';

testRule(rule, {
  valid: [
    plugin('azure', 'github.com/hashicorp/azure', arm),
    plugin('mycloud', 'github.com/hashicorp/azure', 'source "mycloud-arm" "x" {}\n'),
    plugin(
      'windows-update',
      'github.com/rgl/windows-update',
      'build {\n  provisioner "windows-update" {}\n}\n',
    ),
    plugin('azurerm', 'github.com/acme/azure', arm),
    {
      name: 'a plugin that nothing uses',
      code: plugin('azurerm', 'github.com/hashicorp/azure', 'source "null" "x" {}\n'),
    },
    {
      name: 'two entries for one plugin',
      code: plugin(
        'old',
        'github.com/hashicorp/vsphere',
        'packer {\n  required_plugins {\n    vsphere = {\n      version = "~> 2"\n      source = "github.com/vmware/vsphere"\n    }\n  }\n}\nsource "vsphere-iso" "x" {}\n',
      ),
    },
  ],
  invalid: [
    {
      code: plugin('azurerm', 'github.com/hashicorp/azure', arm),
      findings: [
        { message: 'name', at: '3:5', data: { name: 'azurerm', types: 'azure-arm', plugin: 'azure' } },
      ],
      fixed: plugin('azure', 'github.com/hashicorp/azure', arm),
    },
    {
      code: plugin(
        'vsphere-plugin',
        'github.com/hashicorp/vsphere',
        'source "vsphere-iso" "x" {}\nsource "vsphere-clone" "y" {}\n',
      ),
      findings: [{ message: 'name', at: '3:5' }],
      fixed: plugin(
        'vsphere',
        'github.com/hashicorp/vsphere',
        'source "vsphere-iso" "x" {}\nsource "vsphere-clone" "y" {}\n',
      ),
    },
    {
      code: plugin(
        'proxmox-iso',
        'github.com/hashicorp/proxmox',
        'build {\n  provisioner "shell" {}\n}\nsource "proxmox-clone" "x" {}\n',
      ),
      findings: [{ message: 'name', at: '3:5' }],
      fixed: plugin(
        'proxmox',
        'github.com/hashicorp/proxmox',
        'build {\n  provisioner "shell" {}\n}\nsource "proxmox-clone" "x" {}\n',
      ),
    },
  ],
});
