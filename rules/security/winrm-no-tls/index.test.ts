import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'source "vsphere-iso" "x" {\n  communicator = "winrm"\n  winrm_use_ssl = true\n  winrm_insecure = true\n}\n',
    'source "azure-arm" "x" {\n  communicator = "winrm"\n}\n',
    'source "vsphere-iso" "x" {\n  communicator = "ssh"\n}\n',
    {
      name: 'what is not known',
      code: 'variable "tls" {\n  type = bool\n}\nvariable "c" {}\nsource "vsphere-iso" "x" {\n  communicator = "winrm"\n  winrm_use_ssl = var.tls\n}\nsource "vsphere-iso" "y" {\n  communicator = var.c\n}\n',
    },
    {
      name: 'switched on in the build',
      code: 'source "vsphere-iso" "x" {\n  communicator = "winrm"\n}\nbuild {\n  source "vsphere-iso.x" {\n    winrm_use_ssl = "true"\n  }\n}\n',
    },
  ],
  invalid: [
    {
      code: 'source "vsphere-iso" "x" {\n  communicator   = "winrm"\n  winrm_username = "Administrator"\n}\n',
      findings: [{ message: 'clear', at: '2:3', severity: 'medium' }],
      fixed:
        'source "vsphere-iso" "x" {\n  communicator   = "winrm"\n  winrm_use_ssl  = true\n  winrm_username = "Administrator"\n}\n',
    },
    {
      name: 'through variables, with a false sense of TLS',
      code: 'variable "c" {\n  default = "winrm"\n}\nvariable "tls" {\n  default = false\n}\nsource "proxmox-clone" "x" {\n  communicator   = var.c\n  winrm_use_ssl  = var.tls\n  winrm_insecure = true\n  winrm_use_ntlm = true\n}\n',
      findings: [
        { message: 'ntlm', at: '8:3', severity: 'low' },
        { message: 'noEffect', at: '10:3', severity: 'low' },
      ],
    },
    {
      name: 'behind the forwarded port of QEMU, and on a bridge, in JSON',
      file: 'x.pkr.json',
      code: '{"source": {"qemu": {"a": {"communicator": "winrm"}, "b": {"communicator": "winrm", "net_bridge": "br0"}}}}',
      findings: [
        { message: 'local', at: '1:28', severity: 'low' },
        { message: 'clear', at: '1:60' },
      ],
    },
  ],
});
