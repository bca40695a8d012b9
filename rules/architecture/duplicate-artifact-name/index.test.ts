// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = (type: string, name: string, ...lines: readonly string[]) =>
  `source "${type}" "${name}" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const prox = (name: string, ...lines: readonly string[]) => source('proxmox-iso', name, ...lines);
const locals = 'locals {\n  a = "win11-pro"\n  b = "win11-ent"\n}\n';

testRule(rule, {
  valid: [
    {
      name: 'a source that the build leaves out',
      code: `${prox('x', 'vm_name = "a"')}${prox('y', 'vm_name = "a"')}build {\n  sources = ["proxmox-iso.x"]\n}\n`,
    },
    { name: 'one name declared twice', code: prox('x', 'vm_name = "a"') + prox('x', 'vm_name = "a"') },
    locals + prox('x', 'template_name = local.a') + prox('y', 'template_name = local.b'),
    prox('x', 'vm_name = "a-${source.name}"') + prox('y', 'vm_name = "a-${source.name}"'),
    prox('x', 'vm_name = "a-{{build_name}}"') + prox('y', 'vm_name = "a-{{build_name}}"'),
    prox('x', 'vm_name = "a"', 'proxmox_url = "https://one"') +
      prox('y', 'vm_name = "a"', 'proxmox_url = "https://two"'),
    prox('x', 'vm_name = "a"', 'template_name = "b"') + prox('y', 'vm_name = "a"', 'template_name = "c"'),
    prox('x', 'vm_name = "a"') + source('vsphere-iso', 'x', 'vm_name = "a"'),
    source('azure-arm', 'x', 'managed_image_name = "a"', 'managed_image_resource_group_name = "b"') +
      source('azure-arm', 'y', 'managed_image_name = "a"', 'managed_image_resource_group_name = "c"'),
    prox('x', 'vm_id = 0') + prox('y', 'vm_id = 0'),
    `${prox('x', 'vm_name = "a"')}build {\n  source "proxmox-iso.x" {\n    name = "one"\n    vm_name = "b"\n  }\n  source "proxmox-iso.x" {\n    name = "two"\n    vm_name = "c"\n  }\n}\n`,
    {
      name: 'one source in two builds',
      code: `${prox('x', 'vm_name = "a"')}build {\n  sources = ["proxmox-iso.x"]\n}\nbuild {\n  sources = ["proxmox-iso.x"]\n}\n`,
    },
  ],
  invalid: [
    {
      code: locals + prox('x', 'template_name = local.a') + prox('y', 'template_name = local.a'),
      findings: [
        {
          message: 'duplicate',
          at: '9:3',
          data: { name: 'template_name', source: 'proxmox-iso.y', other: 'proxmox-iso.x' },
        },
      ],
    },
    {
      name: 'the same unknown variable',
      code: `variable "n" {}\n${source('vsphere-iso', 'x', 'vm_name = var.n')}${source('vsphere-clone', 'y', 'vm_name = var.n')}`,
      findings: [{ message: 'duplicate', at: '6:3' }],
    },
    {
      code: prox('x', 'vm_id = 900') + prox('y', 'vm_id = 900'),
      findings: [{ message: 'duplicate', at: '5:3' }],
    },
    {
      code: source('qemu', 'x', 'output_directory = "out"') + source('qemu', 'y', 'output_directory = "out"'),
      findings: [{ message: 'duplicate', at: '5:3' }],
    },
    {
      name: 'a source that is used twice',
      code: `${prox('x', 'vm_name = "a"')}build {\n  source "proxmox-iso.x" {\n    name = "one"\n  }\n  source "proxmox-iso.x" {\n    name = "two"\n  }\n}\n`,
      findings: [
        {
          message: 'duplicate',
          at: '2:3',
          data: { name: 'vm_name', source: 'proxmox-iso.two', other: 'proxmox-iso.one' },
        },
      ],
    },
    {
      name: 'the same version in one gallery',
      code: ['x', 'y']
        .map((name) =>
          source(
            'azure-arm',
            name,
            'shared_image_gallery_destination {',
            '  image_name = "i"',
            '  gallery_name = "g"',
            '  image_version = "1.0.0"',
            '}',
          ),
        )
        .join(''),
      findings: [{ message: 'duplicate', at: '10:5' }],
    },
  ],
});
