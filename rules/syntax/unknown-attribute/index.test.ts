import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "vsphere-iso" "x" {\n  CPUs = 2\n  RAM = 4\n  network_adapters {\n    network_card = "vmxnet3"\n  }\n}\n',
    { name: 'a plugin that is not known', code: 'source "acme-cloud" "x" {\n  anything = 1\n  more {}\n}\n' },
    {
      name: 'dynamic blocks',
      code: 'source "proxmox-iso" "x" {\n  dynamic "disks" {\n    for_each = [1]\n    iterator = d\n    content {\n      type = "scsi"\n    }\n  }\n}\n',
    },
    {
      name: "what Packer's own blocks have",
      code: 'variable "a" {\n  type = string\n  default = "x"\n  description = "y"\n  sensitive = true\n}\nbuild {\n  name = "b"\n  sources = ["null.x"]\n  hcp_packer_registry {\n    anything = 1\n  }\n  source "null.x" {\n    name = "other"\n    communicator = "none"\n  }\n  provisioner "shell" {\n    inline = ["a"]\n    only = ["null.x"]\n    override = { x = { inline = ["b"] } }\n    timeout = "5m"\n  }\n  post-processor "manifest" {\n    keep_input_artifact = true\n  }\n}\n',
    },
    { name: 'what was removed', code: 'source "qemu" "x" {\n  iso_checksum_type = "md5"\n}\n' },
    { name: 'what Packer sets itself', code: 'source "null" "x" {\n  packer_debug = true\n}\n' },
    {
      name: 'a block written as an attribute',
      code: 'source "vsphere-iso" "x" {\n  network_adapters = {}\n}\n',
    },
    {
      name: 'blocks in JSON',
      file: 'x.pkr.json',
      code: '{"source": {"proxmox-iso": {"x": {"disks": [{"type": "scsi"}], "//": "a comment"}}}}',
    },
  ],
  invalid: [
    {
      code: 'source "proxmox-iso" "debian" {\n  node = "pve1"\n  vm_nam = "debian"\n}\n',
      findings: [
        {
          message: 'meant',
          at: '3:3',
          severity: 'critical',
          data: { where: '"proxmox-iso"', name: 'vm_nam', meant: 'vm_name' },
        },
      ],
      fixed: 'source "proxmox-iso" "debian" {\n  node = "pve1"\n  vm_name = "debian"\n}\n',
    },
    {
      code: 'source "proxmox-iso" "debian" {\n  shutdown_command = "sudo poweroff"\n}\n',
      findings: [{ message: 'elsewhere', at: '2:3' }],
    },
    {
      code: 'source "vsphere-iso" "x" {\n  memory = 2\n  network_adapters {\n    model = "virtio"\n  }\n}\n',
      findings: [
        { message: 'called', at: '2:3', data: { where: '"vsphere-iso"', name: 'memory', meant: 'RAM' } },
        { message: 'listed', at: '4:5' },
      ],
      fixed: 'source "vsphere-iso" "x" {\n  RAM = 2\n  network_adapters {\n    model = "virtio"\n  }\n}\n',
    },
    {
      name: 'what a build adds, provisioners, nested and dynamic blocks',
      code: 'build {\n  bananas = 1\n  source "qemu.x" {\n    bananas = 1\n  }\n  provisioner "shell" {\n    inlin = ["a"]\n  }\n}\nsource "proxmox-iso" "x" {\n  dynamic "diskss" {\n    for_each = []\n    content {}\n  }\n  fruit {}\n  dynamic "disks" {\n    for_each = []\n    content {\n      disk_sizee = 1\n    }\n  }\n}\nvariable "a" {\n  nullable = true\n}\n',
      findings: [
        { message: 'listed', at: '2:3' },
        { message: 'unknown', at: '4:5' },
        { message: 'meant', at: '7:5' },
        { message: 'meant', at: '11:3' },
        { message: 'unknown', at: '15:3' },
        { message: 'meant', at: '19:7' },
        { message: 'listed', at: '24:3' },
      ],
      fixed:
        'build {\n  bananas = 1\n  source "qemu.x" {\n    bananas = 1\n  }\n  provisioner "shell" {\n    inline = ["a"]\n  }\n}\nsource "proxmox-iso" "x" {\n  dynamic "diskss" {\n    for_each = []\n    content {}\n  }\n  fruit {}\n  dynamic "disks" {\n    for_each = []\n    content {\n      disk_size = 1\n    }\n  }\n}\nvariable "a" {\n  nullable = true\n}\n',
    },
    {
      name: 'a plugin that was not read in its code',
      code: 'source "hcloud" "x" {\n  bananas = 1\n}\n',
      findings: [{ message: 'unknown', at: '2:3', severity: 'high' }],
    },
    {
      name: 'a newer plugin, and one from elsewhere',
      code: 'packer {\n  required_plugins {\n    qemu = {\n      source = "github.com/hashicorp/qemu"\n      version = ">= 9.0"\n    }\n    proxmox = {\n      source = "github.com/acme/proxmox"\n      version = "~> 1"\n    }\n  }\n}\nsource "qemu" "x" {\n  bananas = 1\n}\nsource "proxmox-iso" "x" {\n  bananas = 1\n}\n',
      findings: [
        { message: 'unknown', at: '14:3', severity: 'low' },
        { message: 'unknown', at: '17:3', severity: 'low' },
      ],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"source": {"qemu": {"x": {"headles": true}}}}',
      findings: [{ message: 'meant', at: '1:29' }],
      fixed: '{"source": {"qemu": {"x": {"headless": true}}}}',
    },
  ],
});
