// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import type { Template } from '../model.ts';
import { readIn, type Written } from '../testing/written-template.ts';

const value = (template: Template, name: string) =>
  template.variables.find((variable) => variable.name === name)?.value;

describe('values of variables', () => {
  const declared = 'variable "v" {\n  default = "default"\n}\n';
  const layers: readonly { title: string; written: Written; expected: string }[] = [
    { title: 'the default', written: {}, expected: 'default' },
    { title: 'the environment over the default', written: { env: { PKR_VAR_v: 'env' } }, expected: 'env' },
    {
      title: 'automatic files over the environment, JSON after HCL',
      written: {
        env: { PKR_VAR_v: 'env' },
        files: {
          'b.auto.pkrvars.hcl': 'v = "b"',
          'c.auto.pkrvars.hcl': 'v = "c"',
          'a.auto.pkrvars.json': '{"v":"json"}',
        },
      },
      expected: 'json',
    },
    {
      title: 'named files over automatic ones, the last of them first',
      written: {
        files: {
          'a.auto.pkrvars.hcl': 'v = "auto"',
          'one.pkrvars.hcl': 'v = "one"',
          'two.json': '{"v":"two"}',
        },
        setting: { varFiles: ['one.pkrvars.hcl', 'two.json'] },
      },
      expected: 'two',
    },
    {
      title: 'the command line over everything',
      written: {
        files: { 'one.pkrvars.hcl': 'v = "one"' },
        setting: { varFiles: ['one.pkrvars.hcl'], vars: { v: 'argument' } },
      },
      expected: 'argument',
    },
  ];

  it.each(layers)('take $title', async ({ written, expected }) => {
    const template = await readIn({ ...written, files: { 'a.pkr.hcl': declared, ...written.files } });

    expect(value(template, 'v')).toEqual({ state: 'known', value: expected });
  });

  it('take their type from the declaration, or else from the default', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': [
          'variable "port" { type = number }',
          'variable "tags" { type = list(string) }',
          'variable "on" { default = false }',
          'variable "text" { default = "1" }',
          'variable "sizes" { type = map(number) }',
        ].join('\n'),
      },
      env: {
        PKR_VAR_port: '22',
        PKR_VAR_tags: '["a", "b"]',
        PKR_VAR_on: 'true',
        PKR_VAR_text: '["a"]',
        PKR_VAR_sizes: '{ a = "1" }',
      },
    });

    expect(template.variables.map((variable) => [variable.name, variable.type, variable.value])).toEqual([
      ['port', 'number', { state: 'known', value: 22 }],
      ['tags', 'list(string)', { state: 'known', value: ['a', 'b'] }],
      ['on', undefined, { state: 'known', value: true }],
      ['text', undefined, { state: 'known', value: '["a"]' }],
      ['sizes', 'map(number)', { state: 'known', value: { a: 1 } }],
    ]);
  });

  it('are unknown without a default, and sensitive when declared or given so', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': [
          'variable "none" {}',
          'variable "declared" {\n  default = "p"\n  sensitive = true\n  description = "d"\n}',
          'variable "given" {}',
          'variables {\n  short = 1\n}',
        ].join('\n'),
      },
      setting: { secrets: { given: 'q' } },
    });

    expect(template.variables.map(({ name, value: found, hasDefault }) => [name, found, hasDefault])).toEqual(
      [
        ['none', { state: 'unknown' }, false],
        ['declared', { state: 'sensitive', value: 'p' }, true],
        ['given', { state: 'sensitive', value: 'q' }, false],
        ['short', { state: 'known', value: 1 }, true],
      ],
    );
    expect(template.variables[1]?.description).toEqual('d');
  });

  it('read the environment in defaults', async () => {
    const template = await readIn({
      files: { 'a.pkr.hcl': 'variable "home" {\n  default = env("PLACE")\n}\n' },
      env: { PLACE: 'here' },
    });

    expect(value(template, 'home')).toEqual({ state: 'known', value: 'here' });
  });

  it('name a variable file that is missing', async () => {
    const reading = readIn({ files: { 'a.pkr.hcl': '' }, setting: { varFiles: ['prod.pkrvars.hcl'] } });

    await expect(reading).rejects.toMatchObject({
      code: 'PH_VARFILE_MISSING',
      context: { file: 'prod.pkrvars.hcl' },
    });
  });
});
