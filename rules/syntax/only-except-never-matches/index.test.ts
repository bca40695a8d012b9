import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const sources = 'source "qemu" "ubuntu" {}\nsource "proxmox-iso" "ubuntu" {}\n';
const build = (attributes: string, list = '["source.qemu.ubuntu", "proxmox-iso.ubuntu"]') =>
  `${sources}build {\n  sources = ${list}\n  provisioner "shell" {\n${attributes}    inline = ["true"]\n  }\n}\n`;

testRule(rule, {
  valid: [
    build('    only = ["proxmox-iso.ubuntu"]\n'),
    build('    except = ["qemu.ubuntu", "proxmox-iso.ubuntu"]\n    only = null\n'),
    {
      name: 'a list that comes from elsewhere',
      code: `variable "on" {\n  default = ["source.qemu.ubuntu"]\n}\nvariable "skip" {\n  type = list(string)\n}\n${build('    only = ["proxmox-iso.ubuntu"]\n    except = var.skip\n', 'var.on')}`,
    },
    {
      name: 'the name of a build',
      code: `${sources}build {\n  source "qemu.ubuntu" {\n    name = "minimal"\n  }\n  post-processor "manifest" {\n    only = ["qemu.minimal"]\n  }\n}\n`,
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null"}], "provisioners": [{"type": "shell", "inline": ["x"], "only": ["null"]}]}',
    },
  ],
  invalid: [
    {
      code: build('    only = ["source.proxmox-iso.ubuntu"]\n'),
      findings: [
        {
          message: 'meant',
          at: '6:13',
          data: {
            item: 'source.proxmox-iso.ubuntu',
            effect: 'never runs for it',
            known: 'qemu.ubuntu, proxmox-iso.ubuntu',
            better: '"proxmox-iso.ubuntu"',
          },
        },
      ],
      fixed: build('    only = ["proxmox-iso.ubuntu"]\n'),
    },
    {
      name: 'a type, a slip, a wildcard and something else',
      code: build('    except = ["qemu", "proxmox.iso.ubuntu", "qemu.*", "amazon-ebs.x", "ubuntu"]\n'),
      findings: [
        { message: 'meant', at: '6:15' },
        { message: 'meant', at: '6:23' },
        { message: 'wildcard', at: '6:45' },
        { message: 'unknown', at: '6:55' },
        { message: 'unknown', at: '6:71' },
      ],
      fixed: build(
        '    except = ["qemu.ubuntu", "proxmox-iso.ubuntu", "qemu.*", "amazon-ebs.x", "ubuntu"]\n',
      ),
    },
    {
      code: build('    only = []\n'),
      findings: [{ message: 'empty', at: '6:5', severity: 'low' }],
    },
    {
      code: build('    only = ["qemu.ubuntu"]\n    except = ["proxmox-iso.ubuntu"]\n'),
      findings: [{ message: 'both', at: '7:5', severity: 'critical' }],
    },
    {
      name: 'a post-processor, with names from a local',
      code: `locals {\n  skip = ["gone.ubuntu"]\n}\n${sources}build {\n  sources = ["qemu.ubuntu"]\n  post-processor "manifest" {\n    except = local.skip\n  }\n}\n`,
      findings: [{ message: 'unknown', at: '9:14' }],
    },
  ],
});
