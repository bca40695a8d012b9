import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const registry = (...lines: readonly string[]) =>
  `hcp_packer_registry {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const found = (at: string, id: string, more = {}) => ({ at, message: id, sub: id, ...more });

testRule(rule, {
  valid: [
    registry('bucket_name = "ubuntu-base-image"', 'bucket_labels = { a = "b" }', 'description = "x"'),
    'build {}\n',
    `variable "b" {}\n${registry('bucket_name = var.b')}`,
  ],
  invalid: [
    {
      code: 'build {\n  hcp_packer_registry {\n    bucket_name = "ubuntu_base_image"\n  }\n}\n',
      findings: [
        found('2:3', 'in-build', { severity: 'medium' }),
        found('3:19', 'bucket-name', { data: { name: 'ubuntu_base_image' } }),
      ],
    },
    {
      code: 'build {\n  dynamic "hcp_packer_registry" {\n    for_each = []\n    content {\n      bucket_name = "x"\n    }\n  }\n}\n',
      findings: [found('2:3', 'in-build', { severity: 'low' }), found('5:21', 'bucket-name')],
    },
    {
      code: registry('labels = { a = "b" }'),
      findings: [found('2:3', 'labels')],
      fixed: registry('bucket_labels = { a = "b" }'),
    },
    {
      code: `${registry('bucket_labels = {}', 'labels = {}', `description = "${'x'.repeat(256)}"`)}${registry()}`,
      findings: [
        found('3:3', 'labels-twice'),
        found('4:3', 'description', { data: { count: 256 } }),
        found('6:1', 'several'),
      ],
    },
  ],
});
