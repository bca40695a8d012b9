import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "azure-arm" "x" {\n  azure_tags = { a = "b" }\n  azure_tag {\n    name = "a"\n    value = "b"\n  }\n  shared_image_gallery {}\n}\n',
    'source "proxmox-iso" "x" {\n  dynamic "disks" {\n    for_each = []\n    content {}\n  }\n  fruit {}\n  other = {}\n}\n',
    'source "acme-x" "x" {\n  disks = {}\n}\n',
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"source": {"proxmox-iso": {"x": {"disks": {"type": "scsi"}}}}}',
    },
    {
      name: 'a plugin from elsewhere',
      code: 'packer {\n  required_plugins {\n    proxmox = {\n      source = "github.com/acme/proxmox"\n      version = "1"\n    }\n  }\n}\nsource "proxmox-iso" "x" {\n  disks = {}\n}\n',
    },
  ],
  invalid: [
    {
      code: 'source "vsphere-iso" "linux" {\n  network_adapters = {\n    network = "VM: a, b"\n    network_card = "vmxnet3"\n  }\n}\n',
      findings: [{ message: 'block', at: '2:3', data: { name: 'network_adapters', type: 'vsphere-iso' } }],
      fixed:
        'source "vsphere-iso" "linux" {\n  network_adapters {\n    network = "VM: a, b"\n    network_card = "vmxnet3"\n  }\n}\n',
    },
    {
      name: 'entries that are not written as those of a block',
      code: 'source "proxmox-iso" "x" {\n  vga = { type = "qxl", memory = 4 }\n  disks = [{ type = "scsi" }]\n  boot_iso = local.iso\n  efi_config = {\n    "efi_type" = "4m"\n  }\n}\nlocals { iso = {} }\n',
      findings: [
        { message: 'block', at: '2:3' },
        { message: 'blocks', at: '3:3' },
        { message: 'block', at: '4:3' },
        { message: 'block', at: '5:3' },
      ],
    },
    {
      code: 'source "azure-arm" "x" {\n  azure_tags {\n    a = "b"\n  }\n}\nbuild {\n  provisioner "shell" {\n    env {\n      A = "b"\n    }\n  }\n}\n',
      findings: [
        {
          message: 'attribute',
          at: '2:3',
          data: { name: 'azure_tags', type: 'azure-arm', expected: 'map(string)' },
        },
        { message: 'attribute', at: '8:5' },
      ],
      fixed:
        'source "azure-arm" "x" {\n  azure_tags = {\n    a = "b"\n  }\n}\nbuild {\n  provisioner "shell" {\n    env = {\n      A = "b"\n    }\n  }\n}\n',
    },
    {
      name: 'what takes more than a sign',
      code: 'build {\n  provisioner "shell" {\n    environment_vars {\n      A = "b"\n    }\n    dynamic "env" {\n      for_each = []\n      content {}\n    }\n  }\n}\n',
      findings: [
        { message: 'attribute', at: '3:5' },
        { message: 'attribute', at: '6:5' },
      ],
    },
  ],
});
