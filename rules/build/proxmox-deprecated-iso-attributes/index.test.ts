import { testRule } from 'packer-hybrid/testing';
import { inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const plugin = (version: string) =>
  `packer {\n  required_plugins {\n    proxmox = {\n      source  = "github.com/hashicorp/proxmox"\n      version = "${version}"\n    }\n  }\n}\n`;

testRule(rule, {
  valid: [
    inSource('proxmox-iso', 'boot_iso {', '  iso_file = "local:iso/d.iso"', '  unmount = true', '}'),
    {
      name: 'current on other platforms',
      code: inSource('vsphere-iso', 'iso_url = "a"', 'iso_checksum = "b"'),
    },
    inSource('qemu', 'iso_url = "a.iso"', 'iso_checksum = "none"'),
    inSource('proxmox-iso', 'iso_file = null', 'iso_url = ""'),
  ],
  invalid: [
    {
      code: inSource(
        'proxmox-iso',
        'iso_file    = "local:iso/d.iso"',
        'node = "n"',
        'unmount_iso = var.unmount',
      ),
      findings: [{ message: 'deprecated', at: '2:3', data: { names: '"iso_file" and "unmount_iso"' } }],
      fixed: inSource(
        'proxmox-iso',
        'boot_iso {',
        '  iso_file = "local:iso/d.iso"',
        '  unmount  = var.unmount',
        '}',
        'node = "n"',
      ),
    },
    {
      code: inSource(
        'proxmox-iso',
        'unmount_iso = true',
        'boot_iso {',
        '  iso_file = "local:iso/d.iso"',
        '}',
      ),
      findings: [{ message: 'both', sub: 'both', at: '2:3', severity: 'high' }],
    },
    {
      code: `${plugin('~> 1.1.8')}${inSource('proxmox-iso', 'iso_file = "local:iso/d.iso"')}`,
      findings: [{ message: 'old-plugin', sub: 'old-plugin', at: '10:3' }],
    },
    {
      code: `${plugin('>= 1.1.8')}${inSource('proxmox-iso', 'iso_file = "local:iso/d.iso"')}`,
      findings: [{ message: 'deprecated', at: '10:3' }],
      fixed: `${plugin('>= 1.1.8')}${inSource('proxmox-iso', 'boot_iso {', '  iso_file = "local:iso/d.iso"', '}')}`,
    },
    {
      name: 'the build adds one of them',
      code: `${inSource('proxmox-iso', 'unmount_iso = true')}build {\n  source "proxmox-iso.x" {\n    iso_file = "local:iso/d.iso"\n  }\n}\n`,
      findings: [{ message: 'deprecated', at: '2:3' }],
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "proxmox-iso", "iso_file": "local:iso/d.iso"}]}',
      findings: [{ message: 'deprecated', at: '1:39' }],
    },
  ],
});
