import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const iso = (block: string, ...lines: readonly string[]) => [
  `${block} {`,
  '  iso_file = "local:iso/a.iso"',
  ...lines.map((line) => `  ${line}`),
  '}',
];
const boot = (...lines: readonly string[]) => iso('boot_iso', ...lines);
const more = (...lines: readonly string[]) => iso('additional_iso_files', ...lines);
const vm = (...blocks: readonly (readonly string[])[]) => inSource('proxmox-iso', ...blocks.flat());
const disk = (type: string) => ['disks {', `  type = "${type}"`, '}'];

testRule(rule, {
  valid: [
    vm(boot('type = "ide"', 'index = "2"'), more('type = "ide"', 'index = "3"')),
    { name: 'the plugin chooses', code: vm(boot(), more(), more('type = "ide"'), disk('ide')) },
    { name: 'a bus without index is not slot 2', code: vm(boot('type = "ide"'), more('index = 2')) },
    vm(boot('index = var.slot'), more('index = 2')),
    vm(more('type = "scsi"', 'index = "30"'), disk('scsi')),
    vm(boot(), more('device = "ide3"')),
  ],
  invalid: [
    {
      code: vm(boot('type = "ide"', 'index = "2"'), more('type = "ide"', 'index = "2"')),
      findings: [
        found('7:3', 'taken', {
          severity: 'high',
          data: { slot: 'ide2', first: '"boot_iso"', second: '"additional_iso_files"' },
        }),
      ],
    },
    { name: 'the default slot', code: vm(boot(), more('index = 2')), findings: [found('5:3', 'taken')] },
    {
      name: 'the former attributes',
      code: inSource('proxmox-iso', 'iso_file = "local:iso/b.iso"', ...more('device = "ide2"')),
      findings: [found('3:3', 'taken')],
    },
    {
      name: 'the index is a variable',
      code: `variable "slot" {\n  default = "2"\n}\n${vm(boot(), more('index = var.slot'))}`,
      findings: [found('8:3', 'taken')],
    },
    {
      code: vm(boot('type = "sata"', 'index = 0'), disk('sata')),
      findings: [found('2:3', 'taken', { severity: 'medium' })],
    },
    {
      code: vm(boot('type = "sata"', 'index = "6"'), more('index = "x"'), more('device = "ide4"')),
      findings: [found('5:13', 'index-range'), found('9:13', 'index-format'), found('13:14', 'index-range')],
    },
  ],
});
