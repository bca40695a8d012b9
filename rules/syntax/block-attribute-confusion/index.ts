import {
  type Attribute,
  type Block,
  defineRule,
  type Expression,
  fileOf,
  isJson,
  nameRange,
  type SchemaPlace,
  type SourceRange,
  schemaPlace,
  schemaTrust,
  startOf,
  type Template,
  type TextEdit,
  within,
} from 'packer-hybrid/rules';
import { inWholeFile } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/block-attribute-confusion',
  meta: {
    summary: 'A nested block is written with "=", or an attribute without it.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Write a block as "name { … }" and a map as "name = { … }".',
    example: 'source "vsphere-iso" "linux" {\n  network_adapters {\n    network_card = "vmxnet3"\n  }\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    block: '"{name}" of "{type}" is a block: it stands without "=".',
    blocks: '"{name}" of "{type}" is a block, repeated once for each entry, and not a list.',
    attribute: '"{name}" of "{type}" is an attribute of type {expected}: it needs "=".',
  },
  create({ template, report }) {
    const isWhole = inWholeFile(template);
    return {
      attribute(attribute, holder) {
        const place = judgedPlace(template, attribute, schemaPlace(holder));
        if (!place || !isWhole(attribute) || !isBlockOnly(attribute.name, place)) return;
        const isList = attribute.expression.kind === 'list' || attribute.expression.kind === 'for';
        report({
          at: nameRange(attribute),
          message: isList ? 'blocks' : 'block',
          data: { name: attribute.name, type: holder.type },
          fix: withoutSign(template, attribute),
        });
      },
      block(block, holder) {
        const place = judgedPlace(template, block, schemaPlace(holder));
        const name = block.type === 'dynamic' ? block.labels[0] : block.type;
        if (!place || name === undefined || !isWhole(block) || Object.hasOwn(place.body.blocks, name)) return;
        const expected = place.body.attributes[name]?.type ?? place.language?.attributes[name]?.type;
        if (expected === undefined) return;
        report({
          at: startOf(block),
          message: 'attribute',
          data: { name, type: holder.type, expected },
          fix: expected.startsWith('map') || expected === 'object' ? withSign(block) : [],
        });
      },
    };
  },
});

/** In JSON an object may stand for both, and a plugin from elsewhere may see it otherwise. */
function judgedPlace(
  template: Template,
  { range }: { readonly range: SourceRange },
  place: SchemaPlace | undefined,
): SchemaPlace | undefined {
  if (isJson(range) || !place) return undefined;
  return schemaTrust(template, place.component) === 'same' ? place : undefined;
}

function isBlockOnly(name: string, { body, language }: SchemaPlace): boolean {
  return (
    Object.hasOwn(body.blocks, name) &&
    !Object.hasOwn(body.attributes, name) &&
    !Object.hasOwn(language?.attributes ?? {}, name)
  );
}

/** Drops the sign, where the entries are written as those of a block would be. */
function withoutSign(template: Template, attribute: Attribute): readonly TextEdit[] {
  const { expression, range, valueRange } = attribute;
  const text = fileOf(template, range)?.text;
  if (text === undefined || expression.kind !== 'object' || !hasBlockForm(expression, text)) return [];
  const gap = { ...range, start: nameRange(attribute).end, end: valueRange.start };
  return [{ range: gap, newText: ' ' }];
}

function hasBlockForm({ entries, range }: Extract<Expression, { kind: 'object' }>, text: string): boolean {
  let end = range.start.offset + 1;
  for (const { key, value } of entries) {
    const before = text.slice(end, key.range.start.offset);
    const sign = text.slice(key.range.end.offset, value.range.start.offset);
    if (!/^\s*\n\s*$/.test(before) || !/^[ \t]*=\s*$/.test(sign)) return false;
    if (!/^[A-Za-z_]/.test(text.slice(key.range.start.offset, key.range.end.offset))) return false;
    end = value.range.end.offset;
  }
  return !text.slice(end, range.end.offset).includes(',');
}

/** Puts the sign behind the name of a block that holds nothing but entries. */
function withSign({ type, labels, body, range }: Block): readonly TextEdit[] {
  if (type === 'dynamic' || labels.length > 0 || body.blocks.length > 0) return [];
  const at = within(range, type.length, 0);
  return [{ range: at, newText: ' =' }];
}
