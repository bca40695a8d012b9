import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const sha256 = 'a8b5e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9';
const source = (checksum: string) => `source "qemu" "x" {\n  iso_checksum = "${checksum}"\n}\n`;

testRule(rule, {
  valid: [
    source(`sha256:${sha256}`),
    source(`sha512:${sha256}${sha256}`),
    source('none'),
    source('file:https://example.org/SHA256SUMS'),
    source('file:https://example.org/debian-sha1-free/CHECKSUM'),
    'variable "c" {}\nsource "qemu" "x" {\n  iso_checksum = var.c\n}\nbuild {\n  sources = ["source.qemu.x"]\n  post-processor "checksum" {\n    checksum_types = ["md5", "sha256"]\n  }\n  post-processor "checksum" {\n    checksum_types = var.c\n  }\n}\n',
  ],
  invalid: [
    {
      code: source('md5:8f3e3d1a2b4c5d6e7f8091a2b3c4d5e6'),
      findings: [{ message: 'weak', at: '2:18', data: { type: 'md5' } }],
    },
    {
      code: source('8f3e3d1a2b4c5d6e7f8091a2b3c4d5e68f3e3d1a'),
      findings: [{ message: 'weak', at: '2:18', data: { type: 'sha1' } }],
    },
    {
      code: source('file:https://example.org/MD5SUMS'),
      findings: [{ message: 'weakFile', at: '2:18', data: { file: 'MD5SUMS' } }],
    },
    {
      code: source('sha256:8f3e'),
      findings: [{ message: 'length', at: '2:18', data: { type: 'sha256', expected: 64, found: 4 } }],
    },
    { code: source('8f3e'), findings: [{ message: 'length', at: '2:18' }] },
    { code: source(`sha256:g${sha256.slice(1)}`), findings: [{ message: 'digits', at: '2:18' }] },
    { code: source('https://example.org/a.iso'), findings: [{ message: 'image', at: '2:18' }] },
    {
      code: source('https://example.org/SHA256SUMS'),
      findings: [{ message: 'type', at: '2:18', data: { type: 'https' } }],
    },
    {
      code: source(`sha265:${sha256}`),
      findings: [{ message: 'type', at: '2:18', data: { type: 'sha265' } }],
    },
    {
      code: source(sha256),
      findings: [{ message: 'bare', at: '2:18', severity: 'low' }],
      fixed: source(`sha256:${sha256}`),
    },
    {
      name: 'in nested blocks, through variables',
      code: 'variable "c" {\n  default = "md5:8f3e3d1a2b4c5d6e7f8091a2b3c4d5e6"\n}\nsource "proxmox-iso" "x" {\n  boot_iso {\n    iso_checksum = var.c\n  }\n  additional_iso_files {\n    iso_checksum = "sha1:8f3e"\n  }\n}\n',
      findings: [
        { message: 'weak', at: '6:20' },
        { message: 'length', at: '9:20' },
      ],
    },
    {
      name: 'of what is built',
      code: 'source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  post-processor "checksum" {}\n  post-processor "checksum" {\n    checksum_types = ["md5"]\n  }\n  post-processor "checksum" {\n    checksum_types = ["sha3"]\n  }\n}\n',
      findings: [
        { message: 'artifact', at: '4:3', data: { types: 'md5' } },
        { message: 'artifact', at: '6:22' },
        { message: 'artifactType', at: '9:22', data: { type: 'sha3' } },
      ],
      fixed:
        'source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  post-processor "checksum" {}\n  post-processor "checksum" {\n    checksum_types = ["sha256"]\n  }\n  post-processor "checksum" {\n    checksum_types = ["sha3"]\n  }\n}\n',
    },
  ],
});
