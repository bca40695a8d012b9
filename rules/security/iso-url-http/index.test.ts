import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const digest = 'sha256:a8b5e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9';

testRule(rule, {
  valid: [
    'source "qemu" "x" {\n  iso_url = "https://releases.ubuntu.com/a.iso"\n  iso_checksum = "file:https://releases.ubuntu.com/SHA256SUMS"\n  boot_command = ["url=http://{{.HTTPIP}}:{{.HTTPPort}}/x"]\n}\n',
    'source "qemu" "x" {\n  iso_url = "http://{{ .HTTPIP }}/a.iso"\n}\nsource "qemu" "y" {\n  iso_urls = ["a.iso", "file:///a.iso"]\n}\n',
    'variable "u" {}\nsource "qemu" "x" {\n  iso_url = var.u\n}\nbuild {\n  sources = ["source.qemu.x"]\n  provisioner "shell" {\n    inline = ["curl http://deb.debian.org/"]\n  }\n}\n',
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  iso_url      = "http://releases.ubuntu.com/22.04/a.iso"\n  iso_checksum = "file:http://releases.ubuntu.com/22.04/SHA256SUMS"\n}\n',
      findings: [
        { message: 'image', at: '2:18', severity: 'high' },
        { message: 'checksum', at: '3:18', data: { scheme: 'http' } },
      ],
      fixed:
        'source "qemu" "x" {\n  iso_url      = "https://releases.ubuntu.com/22.04/a.iso"\n  iso_checksum = "file:https://releases.ubuntu.com/22.04/SHA256SUMS"\n}\n',
    },
    {
      name: 'with a digest in the template',
      code: `source "qemu" "x" {\n  iso_urls = ["a.iso", "ftp://example.org/a.iso"]\n  iso_checksum = "${digest}"\n}\n`,
      findings: [
        { message: 'pinned', at: '2:14', data: { name: 'iso_urls', scheme: 'ftp' }, severity: 'low' },
      ],
    },
    {
      name: 'on private hosts, through a variable, in nested blocks',
      code: 'variable "u" {\n  default = "http://10.1.2.3/a.iso"\n}\nsource "proxmox-iso" "x" {\n  boot_iso {\n    iso_url = var.u\n  }\n  additional_iso_files {\n    iso_url = "http://mirror.lan/virtio.iso"\n    iso_checksum = "http://example.org/SHA256SUMS"\n  }\n}\n',
      findings: [
        { message: 'image', at: '6:15', severity: 'low' },
        { message: 'image', at: '9:15', severity: 'low' },
        { message: 'checksum', at: '10:20', severity: 'high' },
      ],
    },
  ],
});
