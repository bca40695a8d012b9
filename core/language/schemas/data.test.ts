import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { componentNames, indexedComponent, isBuiltIn, knownPlugins, pluginOf } from './components-index.ts';
import { functionNames } from './functions.ts';
import { languageBlock } from './language.ts';
import type { ComponentKind } from './schema.ts';
import { schemaOf } from './schema-of.ts';

const kinds: readonly ComponentKind[] = ['builder', 'provisioner', 'post-processor', 'datasource'];
const json: z.ZodType = z.json();
const text = z.string();
const texts = z.array(text).min(1);
const when = z.record(text, z.union([z.literal('set'), z.array(json).min(1)]));

const Attribute = z.strictObject({
  type: z
    .string()
    .regex(/^(string|number|bool|any|object|type|(list|map)\((string|number|bool|list\(string\))\))$/),
  required: z.literal(true).optional(),
  deprecated: text.optional(),
  deprecatedSince: text.optional(),
  enum: z.array(json).min(1).optional(),
  enumEnforced: z.literal(true).optional(),
  enumCaseInsensitive: z.literal(true).optional(),
  default: json.optional(),
  sensitive: z.literal(true).optional(),
  internal: z.literal(true).optional(),
  env: texts.optional(),
  format: text.optional(),
  itemFormat: text.optional(),
  itemPattern: text.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  pattern: text.optional(),
  since: text.optional(),
  requiredSince: text.optional(),
});

const common = { enforced: z.boolean().optional(), env: texts.optional() };
const attributes = { ...common, attributes: texts };
const attribute = { ...common, attribute: text };
const Constraint = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['exactly_one_of', 'at_least_one_of', 'mutually_exclusive', 'all_or_none', 'less_or_equal']),
    ...attributes,
    unless: when.optional(),
  }),
  z.strictObject({ kind: z.enum(['required_if_any', 'required_if_exactly_one']), ...attributes, when }),
  z.strictObject({
    kind: z.enum(['requires', 'requires_any']),
    ...attribute,
    needs: texts,
    whenValuePrefix: text.optional(),
  }),
  z.strictObject({
    kind: z.enum([
      'required_if',
      'forbidden_if',
      'forbidden_value',
      'allowed_values_if',
      'only_if',
      'only_if_parent',
      'ignored_if',
      'waived_if',
    ]),
    ...attribute,
    when,
    values: z.array(json).optional(),
  }),
  z.strictObject({ kind: z.literal('required_unless'), ...attribute, unless: texts }),
  z.strictObject({ kind: z.literal('required_unless_env'), ...attribute, unless: when.optional() }),
  z.strictObject({
    kind: z.enum(['exactly_one_group', 'at_least_one_group']),
    ...common,
    groups: z.array(texts).min(2),
    unless: when.optional(),
  }),
  z.strictObject({ kind: z.literal('min_blocks'), ...common, block: text, min: z.number() }),
  z.strictObject({ kind: z.literal('max_blocks_of'), ...common, block: text, limit: text }),
]);

const body = {
  attributes: z.record(text, Attribute),
  get blocks() {
    return z.record(text, Block);
  },
  constraints: z.array(Constraint).min(1).optional(),
  removed: z
    .record(text, z.strictObject({ lastIn: text.optional(), replacement: text.optional() }))
    .optional(),
};
const Block: z.ZodType = z.strictObject({
  get blocks() {
    return z.record(text, Block);
  },
  attributes: body.attributes,
  constraints: body.constraints,
  removed: body.removed,
  list: z.literal(true).optional(),
  max: z.number().optional(),
  required: z.literal(true).optional(),
  deprecated: text.optional(),
  since: text.optional(),
});
const Component = z.strictObject({
  attributes: body.attributes,
  blocks: z.record(text, Block),
  constraints: body.constraints,
  removed: body.removed,
  deprecated: text.optional(),
  deprecatedSince: text.optional(),
  generatedData: texts.optional(),
  outputs: z.record(text, json).optional(),
});
const PluginFile = z.strictObject({
  plugin: text,
  source: z.string().regex(/^[^/]+\/[^/]+\/[^/]+$/),
  aliases: z.array(text),
  version: text,
  verified: z.boolean(),
  components: z.partialRecord(z.enum(kinds), z.record(text, Component)),
});

const folder = new URL('data/', import.meta.url);
const special = ['components-index.json', 'language.json', 'functions.json'];
const pluginFiles = readdirSync(folder).filter((name) => !special.includes(name));

describe('schema data', () => {
  it.each(pluginFiles)('%s has the shape that the types promise', (name) => {
    const data: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

    const result = PluginFile.safeParse(data);

    expect(result.error?.issues).toBeUndefined();
  });

  it('has a schema for every component of the index', () => {
    const missing = kinds.flatMap((kind) =>
      componentNames(kind).filter((type) => indexedComponent(kind, type)?.schema && !schemaOf(kind, type)),
    );

    expect(missing).toEqual([]);
  });

  it('names the plugin of every component that is not built in', () => {
    const lost = kinds.flatMap((kind) =>
      componentNames(kind).filter((type) => !isBuiltIn(kind, type) && !pluginOf(kind, type)),
    );

    // Atlas is gone, and where host-info comes from is not published.
    expect(lost).toEqual(['atlas', 'host-info']);
  });

  it('gives every plugin an address and a version that is text', () => {
    const Plugin = z.strictObject({
      name: text,
      source: z.string().regex(/^[^/]+\/[^/]+\/[^/]+$/),
      aliases: z.array(text),
      version: text,
      verified: z.boolean(),
    });

    const broken = knownPlugins().filter((plugin) => !Plugin.safeParse(plugin).success);

    expect(broken).toEqual([]);
  });

  it('names only attributes and blocks in constraints that the same body has', () => {
    const strange = kinds.flatMap((kind) =>
      componentNames(kind).flatMap((type) => {
        const schema = schemaOf(kind, type);
        const known = { ...schema?.attributes, ...schema?.blocks };
        return (schema?.constraints ?? [])
          .flatMap((constraint) => ('attributes' in constraint ? constraint.attributes : []))
          .filter((name) => !Object.hasOwn(known, name.split('.')[0] ?? ''))
          .map((name) => `${type}.${name}`);
      }),
    );

    expect(strange).toEqual([]);
  });

  it('knows the functions and the blocks of the language', () => {
    expect(functionNames()).toContain('templatefile');
    expect(languageBlock(['packer', 'required_plugins'])?.anyAttributes?.type).toBe('object');
    expect(languageBlock(['build', 'gone'])).toBeUndefined();
  });
});
