import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "proxmox-iso" "x" {\n  username = "packer@pve!build"\n}\n',
    'variable "u" {}\nsource "proxmox-iso" "x" {\n  username = var.u\n}\nsource "qemu" "y" {\n  username = "root@pam"\n}\n',
    'source "proxmox-iso" "x" {\n  username = "root@pam"\n  qemu_additional_args = "-cpu host"\n}\nsource "proxmox-iso" "y" {\n  username = "root@pam"\n  pci_devices {\n    host = "0000:0d:00.1"\n  }\n}\n',
    { code: 'source "proxmox-iso" "x" {\n  username = "root@pam"\n}\n', file: 'testdata/x.pkr.hcl' },
  ],
  invalid: [
    {
      code: 'source "proxmox-iso" "x" {\n  username = "root@pam"\n}\n',
      findings: [{ message: 'root', at: '2:14' }],
    },
    {
      name: 'a token of root, from a variable',
      code: 'variable "u" {\n  default = "root@pam!packer"\n}\nsource "proxmox-clone" "x" {\n  username = var.u\n  pci_devices {\n    mapping = "gpu"\n  }\n}\n',
      findings: [{ message: 'root', at: '5:14' }],
    },
  ],
});
