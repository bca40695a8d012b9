import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "qemu" "x" {\n  temporary_key_pair_type = "ed25519"\n}\n',
    'source "qemu" "x" {\n  temporary_key_pair_type = "rsa"\n  temporary_key_pair_bits = 4096\n  ssh_ciphers = ["aes256-gcm@openssh.com"]\n}\n',
    'source "azure-arm" "x" {\n  temporary_key_pair_type = "ecdsa"\n  temporary_key_pair_bits = 521\n}\n',
    'variable "t" {}\nsource "qemu" "x" {\n  temporary_key_pair_type = var.t\n  temporary_key_pair_bits = 1024\n}\n',
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  temporary_key_pair_type = "dsa"\n}\n',
      findings: [{ message: 'dsa', at: '2:29' }],
      fixed: 'source "qemu" "x" {\n  temporary_key_pair_type = "ed25519"\n}\n',
    },
    {
      code: 'source "proxmox-iso" "x" {\n  temporary_key_pair_bits = 1024\n}\n',
      findings: [{ message: 'short', at: '2:29', data: { bits: 1024 } }],
      fixed: 'source "proxmox-iso" "x" {\n  temporary_key_pair_bits = 4096\n}\n',
    },
    {
      code: 'variable "t" {\n  default = "rsa"\n}\nvariable "b" {\n  default = 1024\n}\nsource "vsphere-iso" "x" {\n  temporary_key_pair_type = var.t\n  temporary_key_pair_bits = var.b\n  ssh_ciphers = ["aes256-ctr", "arcfour256"]\n  ssh_key_exchange_algorithms = ["diffie-hellman-group1-sha1"]\n}\n',
      findings: [
        { message: 'short', at: '9:29' },
        { message: 'algorithm', at: '10:17', data: { name: 'ssh_ciphers', algorithm: 'arcfour256' } },
        { message: 'algorithm', at: '11:33' },
      ],
    },
  ],
});
