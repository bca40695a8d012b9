import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const storage = (...lines: readonly string[]) => ['storage {', ...lines.map((line) => `  ${line}`), '}'];
const disk = storage('disk_size = 40960');
const pvscsi = 'disk_controller_type = ["pvscsi"]';
const iso = (...lines: readonly string[]) => inSource('vsphere-iso', ...lines);
const clone = (...lines: readonly string[]) => inSource('vsphere-clone', ...lines);

testRule(rule, {
  valid: [
    clone(pvscsi, ...disk),
    { name: 'a new machine has a controller', code: iso(...disk) },
    { name: 'a small appliance', code: iso(...storage('disk_size = 512')) },
    iso(
      'disk_controller_type = ["pvscsi", "pvscsi"]',
      ...storage('disk_size = 4096', 'disk_controller_index = 1'),
    ),
    `variable "types" {\n  default = ["pvscsi", "nvme"]\n}\n${clone('disk_controller_type = var.types', ...storage('disk_size = 2048', 'disk_controller_index = 1'))}`,
    clone('disk_controller_type = var.unknown', ...disk),
    iso(...storage('disk_size = var.size')),
    clone('linked_clone = true'),
  ],
  invalid: [
    {
      code: clone('template = "tpl"', ...storage('disk_size = 40')),
      findings: [
        found('3:3', 'controller-missing', { severity: 'critical' }),
        found('4:17', 'size-small', { severity: 'high' }),
      ],
      fixed: clone('template = "tpl"', pvscsi, ...storage('disk_size = 40960')),
    },
    {
      name: 'the size is a variable',
      code: `variable "size" {\n  default = 20\n}\n${iso(...storage('disk_size = var.size'))}`,
      findings: [found('6:17', 'size-small')],
    },
    {
      code: iso(...storage('disk_size = 300')),
      findings: [found('3:17', 'size-small', { severity: 'low' })],
    },
    { code: iso(...storage('disk_thin_provisioned = true')), findings: [found('2:12', 'size-missing')] },
    {
      code: iso(pvscsi, ...storage('disk_size = 4096', 'disk_controller_index = 1')),
      findings: [
        found('5:29', 'controller-missing', {
          data: { index: 1, found: '"disk_controller_type" lists 1, counted from 0' },
        }),
      ],
    },
    {
      code: iso('disk_controller_type = ["virtio"]', ...disk),
      findings: [found('2:26', 'controller-unknown')],
    },
    {
      code: clone('linked_clone = true', 'disk_size = 40960'),
      findings: [found('3:3', 'linked-clone-size')],
    },
  ],
});
