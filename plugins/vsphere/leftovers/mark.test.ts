import { runPlugin } from 'packer-hybrid/testing';
import { expect, it } from 'vitest';
import { vsphere } from '../index.ts';

/** Whether the machines of such a source can be told after a kill. */
async function isPut(lines: string): Promise<boolean | undefined> {
  let answer: boolean | undefined;
  const text = `
variable "packer_hybrid_run" {
  default = ""
}
variable "vcenter_server" {
  default = ""
}
source "vsphere-clone" "debian" {
  ${lines}
}
build {
  sources = ["source.vsphere-clone.debian"]
}
`;
  await runPlugin(vsphere({ server: 'vcenter.example.com' }), {
    hook: 'build',
    files: { 'image.pkr.hcl': text },
    build({ template, target }, api) {
      answer = api.find('leftovers/vsphere')?.mark?.isPut(template, target);
    },
  });
  return answer;
}

const server = 'vcenter_server = "vcenter.example.com"';
const parameters = (name: string) => `configuration_parameters = { "${name}" = var.packer_hybrid_run }`;

it.each([
  ['in the notes', `${server}\n  notes = var.packer_hybrid_run`, true],
  ['in its own parameter', `${server}\n  ${parameters('guestinfo.packer_hybrid_run')}`, true],
  [
    'on a vCenter of the configuration',
    'vcenter_server = var.vcenter_server\n  notes = var.packer_hybrid_run',
    true,
  ],
  ['in another parameter', `${server}\n  ${parameters('guestinfo.run')}`, false],
  ['nowhere', server, false],
  ['on another vCenter', 'vcenter_server = "elsewhere"\n  notes = var.packer_hybrid_run', false],
])('a template that puts the mark %s counts as such', async (_, lines, expected) => {
  expect(await isPut(lines)).toBe(expected);
});
