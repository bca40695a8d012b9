// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (url: string, checksum: string) =>
  `source "qemu" "x" {\n  iso_url      = "${url}"\n  iso_checksum = "file:${checksum}"\n}\n`;

testRule(rule, {
  valid: [
    source(
      'https://mirror.example.org/almalinux/9.4/isos/x86_64/a.iso',
      'https://repo.almalinux.org/almalinux/9.4/isos/x86_64/CHECKSUM',
    ),
    source('https://dl.example.org/9/x/a-9.4.iso', 'https://dl.example.org/9.4/CHECKSUM'),
    source(
      'https://yum.oracle.com/ISOS/OracleLinux/OL9/u4/x86_64/a.iso',
      'https://linux.oracle.com/security/gpg/checksum/OracleLinux-R9-U4-Server-x86_64.checksum',
    ),
    source('https://cdn.example.org/download?id=5', 'https://cdn.example.org/SHA256SUMS'),
    source('iso/a.iso', 'https://example.org/9.3/SHA256SUMS'),
    source('https://example.org/9.3/a.iso', 'SHA256SUMS'),
    'source "qemu" "x" {\n  iso_url = "https://example.org/"\n  iso_checksum = "none"\n}\n',
  ],
  invalid: [
    {
      code: source(
        'https://repo.almalinux.org/almalinux/9.4/isos/x86_64/a.iso',
        'https://repo.almalinux.org/almalinux/9.3/isos/x86_64/CHECKSUM',
      ),
      findings: [{ message: 'release', at: '3:18', data: { image: '9.4', checksum: '9.3' } }],
    },
    {
      name: 'another architecture, in variables and a nested block',
      code: 'variable "arch" {\n  default = "x86_64"\n}\nsource "proxmox-iso" "x" {\n  boot_iso {\n    iso_url = "https://example.org/9/${var.arch}/a.iso"\n    iso_checksum = "file:https://example.org/9/arm64/CHECKSUM"\n  }\n}\n',
      findings: [{ message: 'release', at: '7:20', data: { image: 'x86_64', checksum: 'aarch64' } }],
    },
    {
      code: source('https://a.example.org/a.iso', 'https://b.other.net/SHA256SUMS'),
      findings: [{ message: 'host', at: '3:18', data: { image: 'a.example.org', checksum: 'b.other.net' } }],
    },
    {
      code: source('https://example.org/products/rhel/download', 'https://example.org/SHA256SUMS'),
      findings: [{ message: 'page', at: '2:18' }],
    },
  ],
});
