import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const vm = (...lines: readonly string[]) => inSource('qemu', ...lines);

testRule(rule, {
  valid: [
    vm(
      'memory = 4096',
      'qemuargs = [["-cpu", "host"], ["-serial", "file:s.log"], ["-device", "virtio-rng-pci"]]',
    ),
    {
      name: 'a complete set',
      code: vm('qemuargs = [["-drive", "file={{ .OutputDir }}/{{ .Name }}"], ["-drive", "file=a.iso"]]'),
    },
    { name: 'the default names', code: vm('qemuargs = [["-drive", "file=output-x/packer-x,format=qcow2"]]') },
    vm('vm_name = "image"', 'qemuargs = [["-drive", "file=output/image,if=virtio"]]'),
    vm(`qemuargs = [["-drive", "file=\${var.disk}"], ["-m", var.memory]]`),
    vm('qemuargs = var.arguments'),
    vm('qemuargs = [["-netdev", "user,id=user.0,hostfwd=tcp::{{ .SSHHostPort }}-:22"]]'),
    vm('disk_interface = "virtio-scsi"', 'qemuargs = [["-device", "scsi-hd,drive=d"]]'),
    vm('qemuargs = [["-m", "4096"]]'),
    inSource('proxmox-iso', 'qemuargs = [["-drive", "x"]]'),
  ],
  invalid: [
    {
      code: vm('memory = 2048', 'qemuargs = [["-m", "4096"], ["-drive", "file=data.qcow2,if=virtio"]]'),
      findings: [
        found('3:15', 'doubled', { severity: 'medium', data: { option: '-m', attribute: 'memory' } }),
        found('3:31', 'drive', { severity: 'high' }),
      ],
    },
    {
      name: 'the options are a local',
      code: `locals {\n  options = [["-drive", "file=data.qcow2"]]\n}\n${vm('qemuargs = local.options')}`,
      findings: [found('5:14', 'drive')],
    },
    {
      code: vm(
        'cdrom_interface = "virtio-scsi"',
        'vtpm = true',
        'qemuargs = [["-device", "virtio-rng-pci"]]',
      ),
      findings: [
        found('4:15', 'device', { data: { lost: 'the SCSI controller with its drives and the TPM' } }),
      ],
    },
    { code: vm('qemuargs = [["-netdev", "user,id=n0"]]'), findings: [found('2:15', 'netdev')] },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "qemu", "cpus": 2, "qemuargs": [["-smp", "4"]]}]}',
      findings: [found('1:56', 'doubled')],
    },
  ],
});
