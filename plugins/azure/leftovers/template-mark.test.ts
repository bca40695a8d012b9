import { runPlugin } from 'packer-hybrid/testing';
import { expect, it } from 'vitest';
import { azure } from '../index.ts';

const subscription = '22222222-2222-2222-2222-222222222222';

/** Whether the machines of such a source can be told after a kill. */
async function isPut(lines: string, type = 'azure-arm'): Promise<boolean | undefined> {
  let answer: boolean | undefined;
  const text = `
variable "packer_hybrid_run" {
  default = ""
}
locals {
  tags = merge({ owner = "us" }, { packer_hybrid_run = var.packer_hybrid_run })
}
variable "subscription_id" {
  default = ""
}
source "${type}" "debian" {
  ${lines}
}
build {
  sources = ["source.${type}.debian"]
}
`;
  await runPlugin(azure({ subscriptionId: subscription }), {
    hook: 'build',
    files: { 'image.pkr.hcl': text },
    build({ template, target }, api) {
      answer = api.find('leftovers/azure')?.mark?.isPut(template, target);
    },
  });
  return answer;
}

const place = `subscription_id = "${subscription}"`;
const tags = 'azure_tags = { packer_hybrid_run = var.packer_hybrid_run }';
const block = 'azure_tag {\n    name  = "packer_hybrid_run"\n    value = var.packer_hybrid_run\n  }';

it.each([
  ['as a tag', `${place}\n  ${tags}`, true],
  ['as a block', `${place}\n  ${block}`, true],
  ['through locals', `${place}\n  azure_tags = local.tags`, true],
  ['in a subscription of the configuration', `subscription_id = var.subscription_id\n  ${tags}`, true],
  ['under another name', `${place}\n  azure_tags = { run = var.packer_hybrid_run }`, false],
  ['in a block of another name', `${place}\n  ${block.replace('"packer_hybrid_run"', '"run"')}`, false],
  ['nowhere', place, false],
  ['in another subscription', `subscription_id = "elsewhere"\n  ${tags}`, false],
  ['in another cloud', `${place}\n  cloud_environment_name = "usgovernment"\n  ${tags}`, false],
])('a template that puts the mark %s counts as such', async (_, lines, expected) => {
  expect(await isPut(lines)).toBe(expected);
});

it('an image that is built inside another machine counts as none', async () => {
  expect(await isPut(`${place}\n  ${tags}`, 'azure-chroot')).toBe(false);
});
