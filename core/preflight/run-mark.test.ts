import { describe, expect, it } from 'vitest';
import type { Template } from '../language/index.ts';
import { definePlugin, PLUGIN_API } from '../plugin/index.ts';
import type { Target } from '../schema/index.ts';
import { runPlugin } from '../testing/index.ts';
import { offeredVariables } from './offered-variables.ts';
import { bearsMark, machineMark, putsMark, RUN_VARIABLE } from './run-mark.ts';

const mark = '20260101-000000-abcd.dev.vsphere-clone.debian';
const declared = 'variable "packer_hybrid_run" {\n  type    = string\n  default = ""\n}';

describe('bearsMark', () => {
  it.each([
    ['alone', mark, true],
    ['as the value of a name', `Built for us. packer-hybrid-run=${mark}`, true],
    ['at the end of a sentence', `Made by run ${mark}.`, true],
    ['in capitals', mark.toUpperCase(), true],
    ['as part of a longer one', `${mark}-2`, false],
    ['behind something', `x${mark}`, false],
    ['as the run alone', '20260101-000000-abcd', false],
    ['not at all', '', false],
  ])('knows it %s', (_, text, expected) => {
    expect(bearsMark(text, mark)).toBe(expected);
  });
});

it('names run and target, so that what a run had finished is not taken for a leftover', () => {
  expect(machineMark('20260101-000000-abcd', 'dev.Golden.proxmox-iso.web')).toBe(
    '20260101-000000-abcd.dev.golden.proxmox-iso.web',
  );
});

/** What the provider of a platform gives to a template, and what it says of the mark. */
async function given(body: string, { before = declared } = {}) {
  const text = `${before}\nsource "null" "one" {\n  communicator = "none"\n  ${body}\n}\nbuild {\n  sources = ["source.null.one"]\n}\n`;
  const provider = offeredVariables({ offers: [], secretOffers: [], environment: {}, secrets: [] });
  let seen:
    | { template: Template; target: Target; values: unknown; fingerprint: unknown; run: string }
    | undefined;
  const plugin = definePlugin({ name: 'tried', apiVersion: PLUGIN_API, setup: () => undefined })();
  await runPlugin(plugin, {
    hook: 'build',
    files: { 'image.pkr.hcl': text },
    async build(context) {
      const { template, target, run } = context;
      const values = await provider.resolve(context);
      seen = {
        template,
        target,
        values,
        fingerprint: await provider.fingerprint(target, context),
        run: run.id,
      };
      return {};
    },
  });
  if (!seen) throw new Error('nothing was built');
  return { ...seen, isPut: putsMark(seen.template, seen.target, ['notes', 'tag']) };
}

describe('the variable of the mark', () => {
  it('is given to a template that declares it, and is no part of the fingerprint', async () => {
    const { values, fingerprint, run } = await given('');

    expect(values).toEqual({ [RUN_VARIABLE]: `${run}.test.null.one` });
    expect(fingerprint).toBeUndefined();
  });

  it('is given to no other', async () => {
    const { values } = await given('', { before: '' });

    expect(values).toEqual({});
  });
});

describe('putsMark', () => {
  const locals = `${declared}\nlocals {\n  mine  = ["x", var.packer_hybrid_run]\n  notes = join(" ", local.mine)\n  loop  = local.loop\n}`;

  it.each([
    ['in the attribute', 'notes = var.packer_hybrid_run', declared, true],
    ['inside a text', 'notes = "Ours. $' + '{var.packer_hybrid_run}"', declared, true],
    ['through locals', 'notes = local.notes', locals, true],
    ['in a block', 'tag {\n    name  = "run"\n    value = var.packer_hybrid_run\n  }', declared, true],
    ['in another attribute', 'vm_name = var.packer_hybrid_run', declared, false],
    ['not at all', 'notes = "ours"', declared, false],
    ['through a local that refers to itself', 'notes = local.loop', locals, false],
    ['without the declaration', 'notes = var.packer_hybrid_run', '', false],
    ['with a value of its own', 'notes = var.packer_hybrid_run', declared.replace('""', '"mine"'), false],
  ])('knows the mark %s', async (_, body, before, expected) => {
    const { isPut } = await given(body, { before });

    expect(isPut).toBe(expected);
  });
});
