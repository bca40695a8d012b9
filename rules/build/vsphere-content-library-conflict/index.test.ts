import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const library = (...lines: readonly string[]) => [
  'content_library_destination {',
  '  destroy = true',
  ...lines.map((line) => `  ${line}`),
  '}',
];
const iso = (...lines: readonly string[]) => inSource('vsphere-iso', 'vm_name = "ubuntu"', ...lines);

testRule(rule, {
  valid: [
    iso('convert_to_template = false', ...library('library = "golden"', 'name = "ubuntu-2404"')),
    {
      name: 'an OVF template may have the name',
      code: iso(...library('library = "g"', 'name = "ubuntu"', 'ovf = true')),
    },
    {
      name: 'one flag drives both',
      code: `variable "convert" {\n  default = true\n}\n${iso('convert_to_template = var.convert', 'dynamic "content_library_destination" {', '  for_each = var.convert ? [] : [1]', '  content {', '    library = "g"', '  }', '}')}`,
    },
    iso(
      'convert_to_template = true',
      'dynamic "content_library_destination" {',
      '  for_each = var.x',
      '  content {}',
      '}',
    ),
    iso('export {', '  output_directory = "out"', '  output_format = "ova"', '}'),
    inSource('qemu', 'vm_name = "x"'),
  ],
  invalid: [
    {
      code: iso('convert_to_template = true', ...library('library = "golden"', 'name = "ubuntu"')),
      findings: [found('3:3', 'template-conflict'), found('7:5', 'same-name')],
      fixed: iso('convert_to_template = false', ...library('library = "golden"', 'name = "ubuntu"')),
    },
    {
      name: 'a flag that is true for both',
      code: `variable "yes" {\n  default = true\n}\n${iso('convert_to_template = var.yes', 'dynamic "content_library_destination" {', '  for_each = var.yes ? [1] : []', '  content {', '    library = "g"', '    destroy = true', '  }', '}')}`,
      findings: [found('6:3', 'template-conflict')],
    },
    {
      code: iso(...library('ovf = true', 'folder = "f"', 'datastore = "d"')),
      findings: [
        found('3:32', 'library-missing'),
        found('6:5', 'ovf-ignored', { data: { names: '"folder" and "datastore"' }, severity: 'medium' }),
      ],
    },
    {
      code: iso('content_library_destination {', '  library = "g"', '}'),
      findings: [found('3:32', 'source-stays', { severity: 'low' })],
    },
    {
      code: inSource('vsphere-clone', 'vm_name = "x"'),
      findings: [found('1:29', 'nothing-kept', { severity: 'low' })],
    },
    {
      code: iso(
        'export {',
        '  output_directory = "out"',
        '  output_format = "vmdk"',
        '  manifest = "md5"',
        '}',
      ),
      files: { 'out/x.ovf': '' },
      findings: [
        found('4:5', 'export-exists', { severity: 'medium' }),
        found('5:21', 'export-format'),
        found('6:16', 'export-format'),
      ],
    },
  ],
});
