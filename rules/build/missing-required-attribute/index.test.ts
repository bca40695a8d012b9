import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const vsphere = (...lines: readonly string[]) =>
  `source "vsphere-iso" "x" {\n  vcenter_server = var.v\n  username = var.v\n  password = var.v\n  vm_name = "x"\n${lines.map((line) => `  ${line}\n`).join('')}}\nvariable "v" {}\n`;
const whole = ['cluster = "c"', 'storage {', '  disk_size = 1', '}'];

testRule(rule, {
  valid: [
    vsphere(...whole, 'network_adapters {', '  network_card = "vmxnet3"', '}'),
    vsphere(
      'host = var.v',
      'dynamic "storage" {',
      '  for_each = var.v',
      '  content {',
      '    disk_size = 1',
      '  }',
      '}',
    ),
    {
      name: 'what the build adds',
      code: 'source "qemu" "x" {}\nbuild {\n  source "qemu.x" {\n    iso_url = "a"\n    iso_checksum = "none"\n  }\n}\n',
    },
    {
      name: 'a source that no build uses',
      code: 'source "qemu" "x" {}\nbuild {\n  sources = ["null.y"]\n}\n',
    },
    {
      name: 'what a run decides',
      code: 'source "qemu" "x" {\n  iso_url = var.a ? "x" : null\n  iso_urls = var.a ? null : ["y"]\n}\nvariable "a" {}\n',
    },
    { name: 'an unknown plugin', code: 'source "acme-x" "x" {}\n' },
    {
      name: 'a plugin from elsewhere',
      code: 'packer {\n  required_plugins {\n    proxmox = {\n      source = "github.com/acme/proxmox"\n      version = "1"\n    }\n  }\n}\nsource "proxmox-iso" "x" {}\n',
    },
    {
      name: 'what other rules speak of',
      code: 'source "azure-arm" "x" {}\nbuild {\n  sources = ["azure-arm.x"]\n  provisioner "shell" {}\n  provisioner "ansible" {}\n}\n',
    },
    {
      name: 'overrides',
      code: 'build {\n  provisioner "goss" {\n    override = { x = { tests = ["a"] } }\n  }\n}\n',
    },
  ],
  invalid: [
    {
      code: vsphere(),
      findings: [
        { message: 'constraint', at: '1:1' },
        { message: 'constraint', at: '1:1' },
      ],
    },
    {
      code: vsphere(
        ...whole,
        'network_adapters {',
        '  network = "n"',
        '}',
        'datastore = "a"',
        'datastore_cluster = "b"',
      ),
      findings: [
        {
          message: 'required',
          at: '10:3',
          data: { type: 'vsphere-iso', name: 'network_card', where: ' in network_adapters' },
        },
        { message: 'constraint', at: '14:3', sub: 'conflict', severity: 'critical' },
      ],
    },
    {
      code: 'source "qemu" "x" {}\nsource "proxmox-iso" "y" {\n  proxmox_url = "u"\n}\n',
      findings: [
        {
          message: 'constraint',
          at: '1:1',
          data: { type: 'qemu', where: '', sentence: 'One of "iso_url" or "iso_urls" is required.' },
        },
        { message: 'required', at: '2:1', data: { type: 'proxmox-iso', name: 'node', where: '' } },
        {
          message: 'environment',
          at: '2:1',
          sub: 'environment',
          severity: 'low',
          data: { type: 'proxmox-iso', name: 'username', env: 'PROXMOX_USERNAME' },
        },
        {
          message: 'environment',
          at: '2:1',
          sub: 'environment',
          data: {
            type: 'proxmox-iso',
            name: 'password" or "token',
            env: 'PROXMOX_PASSWORD or PROXMOX_TOKEN',
          },
        },
      ],
    },
    {
      name: 'a value that a variable may change, and a plugin that was not read in its code',
      code: 'variable "a" {\n  default = "x"\n}\nsource "qemu" "x" {\n  iso_url = var.a\n  iso_urls = [var.a]\n}\nsource "scaleway" "y" {}\nbuild {\n  sources = ["qemu.x"]\n}\n',
      findings: [{ message: 'constraint', at: '6:3', sub: 'conflict', severity: 'high' }],
    },
    {
      name: 'provisioners, post-processors, data sources and nested blocks',
      code: 'data "amazon-ami" "a" {}\nsource "amazon-ebs" "x" {\n  ami_name = "x"\n  source_ami = "y"\n  instance_type = "t"\n  vault_aws_engine {}\n}\nbuild {\n  sources = ["amazon-ebs.x"]\n  provisioner "goss" {}\n  post-processor "checksum" {\n    checksum_types = ["md5"]\n  }\n  post-processor "vagrant-cloud" {}\n}\n',
      findings: [
        { message: 'constraint', at: '1:1' },
        { message: 'required', at: '1:1' },
        { message: 'required', at: '6:3' },
        { message: 'required', at: '10:3' },
        { message: 'required', at: '14:3' },
        { message: 'required', at: '14:3' },
        { message: 'environment', at: '14:3', sub: 'environment' },
      ],
    },
    {
      name: 'what only newer versions of the plugin require',
      code: 'source "vmware-iso" "x" {\n  iso_url = "a"\n  iso_checksum = "none"\n}\n',
      findings: [{ message: 'required', at: '1:1', severity: 'medium' }],
    },
    {
      name: 'what the versions in use require',
      code: 'packer {\n  required_plugins {\n    vmware = {\n      source = "github.com/vmware/vmware"\n      version = "~> 2.0"\n    }\n  }\n}\nsource "vmware-iso" "x" {\n  iso_url = "a"\n  iso_checksum = "none"\n}\n',
      findings: [{ message: 'required', at: '9:1', severity: 'critical' }],
    },
    {
      name: 'what only newer versions of the plugin ask for beside another attribute',
      code: 'source "vmware-vmx" "x" {\n  source_path = "a"\n  tools_upload_flavor = "linux"\n}\n',
      findings: [{ message: 'constraint', at: '3:3', severity: 'medium' }],
    },
  ],
});
