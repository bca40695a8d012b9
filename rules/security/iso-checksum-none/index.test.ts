import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "qemu" "x" {\n  iso_url = "https://example.org/a.iso"\n  iso_checksum = "sha256:a8b5e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9"\n}\n',
    {
      name: 'nothing is downloaded',
      code: 'source "proxmox-iso" "x" {\n  boot_iso {\n    iso_file = "local:iso/a.iso"\n    iso_checksum = "none"\n  }\n  additional_iso_files {\n    cd_content = { "meta-data" = "" }\n    iso_checksum = "none"\n  }\n}\nsource "vsphere-iso" "y" {\n  iso_paths = ["[ds] a.iso"]\n  iso_checksum = "none"\n  iso_url = null\n}\n',
    },
    {
      name: 'a checksum that is not known',
      code: 'variable "c" {}\nsource "qemu" "x" {\n  iso_url = "https://example.org/a.iso"\n  iso_checksum = var.c\n}\n',
    },
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  iso_url = "https://example.org/a.iso"\n  iso_checksum = "none"\n}\n',
      findings: [{ message: 'download', at: '3:18', severity: 'critical' }],
    },
    {
      name: 'a mirror whose checksum file is known',
      code: 'source "qemu" "x" {\n  iso_urls = ["a.iso", "https://releases.ubuntu.com/24.04/a.iso"]\n  iso_checksum = "none"\n}\nsource "qemu" "y" {\n  iso_url = "https://releases.ubuntu.com/24.04/a.iso"\n  iso_checksum = "NONE"\n}\n',
      findings: [
        { message: 'download', at: '3:18' },
        { message: 'download', at: '7:18' },
      ],
      fixed:
        'source "qemu" "x" {\n  iso_urls = ["a.iso", "https://releases.ubuntu.com/24.04/a.iso"]\n  iso_checksum = "none"\n}\nsource "qemu" "y" {\n  iso_url = "https://releases.ubuntu.com/24.04/a.iso"\n  iso_checksum = "file:https://releases.ubuntu.com/24.04/SHA256SUMS"\n}\n',
    },
    {
      name: 'a local file, through a variable, and a cache that is skipped',
      code: 'variable "c" {\n  default = "none"\n}\nsource "qemu" "x" {\n  iso_url = "iso/a.iso"\n  iso_checksum = var.c\n}\nsource "qemu" "y" {\n  iso_url = "https://example.org/a.iso"\n  iso_checksum = "sha256:a8b5e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9"\n  iso_skip_cache = true\n}\n',
      findings: [
        { message: 'local', at: '6:18', severity: 'medium' },
        { message: 'skipped', at: '11:3' },
      ],
    },
    {
      name: 'through a variable file, in nested blocks',
      code: 'variable "c" {\n  type = string\n}\nsource "proxmox-iso" "x" {\n  boot_iso {\n    iso_url = "https://example.org/a.iso"\n    iso_checksum = var.c\n  }\n  additional_iso_files {\n    iso_url = "https://example.org/virtio.iso"\n    iso_checksum = "none"\n  }\n}\n',
      files: { 'x.auto.pkrvars.hcl': 'c = "none"\n' },
      findings: [
        { message: 'download', at: '7:20' },
        { message: 'download', at: '11:20' },
      ],
    },
  ],
});
