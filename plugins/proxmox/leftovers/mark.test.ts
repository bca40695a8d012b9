import { runPlugin } from 'packer-hybrid/testing';
import { expect, it } from 'vitest';
import { proxmox } from '../index.ts';

const url = 'https://pve.example.com:8006/api2/json';

/** Whether the machines of such a source can be told after a kill. */
async function isPut(lines: string): Promise<boolean | undefined> {
  let answer: boolean | undefined;
  const text = `
variable "packer_hybrid_run" {
  default = ""
}
source "proxmox-iso" "debian" {
  ${lines}
}
build {
  sources = ["source.proxmox-iso.debian"]
}
`;
  await runPlugin(proxmox({ url }), {
    hook: 'build',
    files: { 'image.pkr.hcl': text },
    build({ template, target }, api) {
      answer = api.find('leftovers/proxmox')?.mark?.isPut(template, target);
    },
  });
  return answer;
}

it.each([
  ['as a tag', 'tags = var.packer_hybrid_run', true],
  ['among tags', 'tags = join(";", compact(["packer", var.packer_hybrid_run]))', true],
  [
    'as a tag where the source names the Proxmox',
    `tags = var.packer_hybrid_run\n  proxmox_url = "${url}"`,
    true,
  ],
  ['as a description, which comes last', 'template_description = var.packer_hybrid_run', false],
  [
    'on another Proxmox',
    'tags = var.packer_hybrid_run\n  proxmox_url = "https://elsewhere/api2/json"',
    false,
  ],
])('a template that puts the mark %s counts as such', async (_, lines, expected) => {
  expect(await isPut(lines)).toBe(expected);
});
