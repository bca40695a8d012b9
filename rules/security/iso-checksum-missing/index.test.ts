import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "proxmox-iso" "x" {\n  boot_iso {\n    iso_file = "local:iso/a.iso"\n  }\n}\nsource "vsphere-iso" "y" {\n  iso_paths = ["[ds] a.iso"]\n}\n',
    {
      name: 'what the build adds',
      code: 'source "qemu" "x" {\n  iso_url = "https://example.org/a.iso"\n}\nbuild {\n  source "qemu.x" {\n    iso_checksum = "file:https://example.org/SHA256SUMS"\n  }\n}\n',
    },
    {
      name: 'values that are not known, and a URL that is null',
      code: 'variable "a" {}\nsource "qemu" "x" {\n  iso_url = var.a\n}\nsource "qemu" "y" {\n  iso_url = "https://example.org/a.iso"\n  iso_checksum = var.a\n}\nsource "qemu" "z" {\n  iso_url = null\n}\n',
    },
    {
      name: 'one of two ways, the other one empty',
      file: 'x.json',
      code: '{"variables": {"url": "", "file": "local:iso/a.iso"}, "builders": [{"type": "proxmox-iso", "iso_url": "{{user `url`}}", "iso_file": "{{user `file`}}"}]}',
    },
    'source "qemu" "x" {\n  iso_url = "https://example.org/a.iso"\n  iso_checksum_url = "https://example.org/SHA256SUMS"\n}\nsource "qemu" "y" {\n  iso_url = "https://example.org/a.iso"\n  iso_skip_cache = true\n}\n',
  ],
  invalid: [
    {
      code: 'source "proxmox-iso" "x" {\n  boot_iso {\n    iso_url          = "https://example.org/a.iso"\n    iso_storage_pool = "local"\n  }\n}\n',
      findings: [{ message: 'missing', at: '3:5' }],
    },
    {
      name: 'a mirror whose checksum file is known',
      code: 'source "qemu" "x" {\n  iso_urls     = ["http://repo.almalinux.org/almalinux/9/isos/x86_64/a.iso"]\n}\n',
      findings: [{ message: 'missing', at: '2:3' }],
      fixed:
        'source "qemu" "x" {\n  iso_urls     = ["http://repo.almalinux.org/almalinux/9/isos/x86_64/a.iso"]\n  iso_checksum = "file:https://repo.almalinux.org/almalinux/9/isos/x86_64/CHECKSUM"\n}\n',
    },
    {
      name: 'a default that is empty, and null',
      code: 'variable "c" {\n  default = ""\n}\nsource "qemu" "x" {\n  disk_image = true\n  iso_url = "a.qcow2"\n  iso_checksum = var.c\n}\nsource "qemu" "y" {\n  iso_url = "https://example.org/a.iso"\n  iso_checksum = null\n}\n',
      findings: [
        { message: 'empty', at: '7:3' },
        { message: 'empty', at: '11:3' },
      ],
    },
  ],
});
