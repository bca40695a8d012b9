import { describe, expect, it } from 'vitest';
import { sourceBody } from '../query/source-body.ts';
import { readIn } from '../testing/written-template.ts';
import { checkConstraints } from './check-constraints.ts';
import { missingRequired } from './missing-required.ts';
import type { BodySchema } from './schema.ts';
import { schemaOf } from './schema-of.ts';

const text = { type: 'string' };
const number = { type: 'number' };

async function messagesFor(
  constraint: NonNullable<BodySchema['constraints']>[number],
  body: string,
  more = '',
): Promise<readonly string[]> {
  const schema: BodySchema = {
    attributes: {
      a: text,
      b: text,
      c: text,
      low: { ...number, default: 10 },
      high: { ...number, default: 20 },
    },
    blocks: { disk: { attributes: { a: text }, blocks: {}, list: true } },
    constraints: [constraint],
  };
  const template = await readIn({ files: { 't.pkr.hcl': `source "x" "y" {\n${body}\n}\n${more}` } });
  return checkConstraints(schema, sourceBody(template, { type: 'x', name: 'y' })).map(
    ({ message }) => message,
  );
}

const attributes = ['a', 'b'];

describe('checkConstraints', () => {
  it.each([
    ['exactly_one_of', { attributes }, ['a = "1"', 'b = "1"'], ['', 'a = "1"\nb = "2"']],
    ['at_least_one_of', { attributes }, ['a = "1"', 'a = "1"\nb = "1"'], ['', 'a = ""', 'a = null']],
    ['at_least_one_of', { attributes, unless: { c: [true] } }, ['c = true'], ['c = false', '']],
    [
      'mutually_exclusive',
      { attributes },
      ['', 'a = "1"\nb = ""', 'a = "1"\nb = null'],
      ['a = "1"\nb = "2"'],
    ],
    ['all_or_none', { attributes }, ['', 'a = "1"\nb = "2"'], ['a = "1"']],
    [
      'less_or_equal',
      { attributes: ['low', 'high'] },
      ['low = 15', 'low = "5"\nhigh = 5'],
      ['low = 30', 'high = 1'],
    ],
    ['requires', { attribute: 'a', needs: ['b'] }, ['', 'b = "1"', 'a = "1"\nb = "1"'], ['a = "1"']],
    [
      'requires',
      { attribute: 'a', needs: ['b'], whenValuePrefix: 'https' },
      ['a = "x"'],
      ['a = "https://x"'],
    ],
    ['requires_any', { attribute: 'a', needs: ['b', 'c'] }, ['a = "1"\nc = "1"', ''], ['a = "1"']],
    [
      'required_if',
      { attribute: 'a', when: { b: [null, 'ssh'] } },
      ['b = "none"', 'a = "1"'],
      ['', 'b = "ssh"'],
    ],
    [
      'required_if',
      { attribute: 'a', when: { b: 'set' }, values: [true] },
      ['a = true\nb = 1', ''],
      ['a = "no"\nb = 1', 'b = 1'],
    ],
    ['required_if_any', { attributes, when: { c: ['x'] } }, ['c = "y"', 'c = "x"\na = 1'], ['c = "x"']],
    [
      'required_if_exactly_one',
      { attributes, when: { c: ['x'] } },
      ['c = "x"\na = 1'],
      ['c = "x"', 'c = "x"\na = 1\nb = 1'],
    ],
    ['required_unless', { attribute: 'a', unless: ['b'] }, ['b = 1', 'a = 1'], ['']],
    ['required_unless_env', { attribute: 'a', env: ['A'] }, ['a = 1'], ['']],
    [
      'forbidden_if',
      { attribute: 'a', when: { b: [true] } },
      ['a = 1', 'a = 1\nb = false', 'b = true'],
      ['a = 1\nb = "true"'],
    ],
    [
      'forbidden_value',
      { attribute: 'a', values: ['m'], when: { b: [true] } },
      ['a = "m"', 'a = "n"\nb = true'],
      ['a = "m"\nb = true'],
    ],
    [
      'allowed_values_if',
      { attribute: 'a', values: ['h', null], when: { b: 'set' } },
      ['b = 1', 'a = "h"\nb = 1'],
      ['a = "i"\nb = 1'],
    ],
    [
      'only_if',
      { attribute: 'a', when: { b: ['pc-*'] } },
      ['a = 1\nb = "pc-q35"', 'b = "x"'],
      ['a = 1', 'a = 1\nb = "x"'],
    ],
    ['ignored_if', { attribute: 'a', when: { b: 'set' } }, ['a = 1', 'b = 1'], ['a = 1\nb = 1']],
    ['exactly_one_group', { groups: [['a'], ['b', 'c']] }, ['a = 1', 'b = 1\nc = 1'], ['', 'a = 1\nc = 1']],
    [
      'at_least_one_group',
      { groups: [['a'], ['b']], unless: { c: [true] } },
      ['a = 1\nb = 1', 'c = true'],
      [''],
    ],
    [
      'min_blocks',
      { block: 'disk', min: 1 },
      ['disk {}', 'dynamic "disk" {\n  for_each = [1]\n  content {}\n}'],
      [''],
    ],
  ] as const)('judges %s %j', async (kind, fields, good, bad) => {
    const constraint = { kind, ...fields } as never;

    const passed = await Promise.all(good.map((body) => messagesFor(constraint, body)));
    const failed = await Promise.all(bad.map((body) => messagesFor(constraint, body)));

    expect(passed.flat()).toEqual([]);
    expect(failed.map((messages) => messages.length)).toEqual(bad.map(() => 1));
  });

  it('is silent about everything that a variable decides', async () => {
    const variables = 'variable "given" {}\nvariable "empty" { default = "" }\n';
    const exclusive = { kind: 'exactly_one_of', attributes } as const;

    const messages = [
      ...(await messagesFor(exclusive, 'a = var.given\nb = "x"', variables)),
      ...(await messagesFor(exclusive, 'a = var.given', variables)),
      ...(await messagesFor(exclusive, 'a = var.empty\nb = var.empty', variables)),
      ...(await messagesFor(exclusive, 'a = var.given ? "x" : null\nb = var.given ? null : "x"', variables)),
    ];

    expect(messages).toEqual([]);
  });

  it('judges nested blocks with the body around them, and says the sentence', async () => {
    const schema: BodySchema = {
      attributes: { controller: text },
      blocks: {
        disk: {
          attributes: { io_thread: { type: 'bool' } },
          blocks: {},
          constraints: [{ kind: 'only_if_parent', attribute: 'io_thread', when: { controller: ['single'] } }],
        },
      },
    };
    const template = await readIn({
      files: { 't.pkr.hcl': 'source "x" "y" {\n  controller = "multi"\n  disk { io_thread = true }\n}\n' },
    });

    const violations = checkConstraints(schema, sourceBody(template, { type: 'x', name: 'y' }));

    expect(
      violations.map(({ message, attribute, blocks, certain }) => [
        message,
        attribute?.name,
        blocks[0]?.type,
        certain,
      ]),
    ).toEqual([['"io_thread" only works with controller = "single".', 'io_thread', 'disk', true]]);
  });
});

describe('missingRequired', () => {
  it('takes what the build adds for given, and heeds what waives a requirement', async () => {
    const schema = schemaOf('builder', 'qemu');
    const template = await readIn({
      files: {
        't.pkr.hcl': [
          'source "qemu" "bare" {}',
          'source "qemu" "waived" { iso_skip_cache = true }',
          'source "qemu" "added" {}',
          'build {',
          '  source "qemu.added" { iso_checksum = "none" }',
          '}',
        ].join('\n'),
      },
    });

    const names = ['bare', 'waived', 'added'].map((name) =>
      schema
        ? missingRequired(schema, sourceBody(template, { type: 'qemu', name })).map((missing) => missing.name)
        : [],
    );

    expect(names).toEqual([['iso_checksum'], [], []]);
  });
});
