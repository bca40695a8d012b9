import { closestTo } from '../../errors/index.ts';
import type { SourceRange } from '../../schema/index.ts';
import type { TemplateError } from '../model.ts';
import { type LanguageBlock, languageBlocks } from '../schemas/language.ts';
import type { SyntaxBlock, SyntaxBody } from '../syntax/document.ts';

type Known = Readonly<Record<string, LanguageBlock>>;

/** What Packer's own blocks do not take: wrong blocks and labels, attributes that it does not know, and missing ones. */
export function blockErrors(bodies: readonly SyntaxBody[]): readonly TemplateError[] {
  return bodies.flatMap(({ blocks }) => checkBlocks(blocks, languageBlocks(), 'at the top of a template'));
}

function checkBlocks(blocks: readonly SyntaxBlock[], known: Known, place: string): readonly TemplateError[] {
  return blocks.flatMap((block) => {
    if (block.type === 'dynamic') return [];
    const schema = Object.hasOwn(known, block.type) ? known[block.type] : undefined;
    if (!schema) return [unknownBlock(block, known, place)];
    return [...labelErrors(block, schema), ...bodyErrors(block, schema)];
  });
}

function unknownBlock({ type, range }: SyntaxBlock, known: Known, place: string): TemplateError {
  const near = closestTo(type, Object.keys(known));
  const hint = near ? ` Did you mean "${near}"?` : '';
  const message = `"${type}" is not a block that Packer knows ${place}.${hint}`;
  return { kind: 'declaration', message, range: startOf(range) };
}

function labelErrors({ type, labels, range }: SyntaxBlock, schema: LanguageBlock): readonly TemplateError[] {
  const count = schema.labels?.length ?? 0;
  if (count === labels.length) return [];
  const takes = count === 0 ? 'no labels' : count === 1 ? 'one label' : `${count} labels`;
  const example = `${type} ${(schema.labels ?? []).map(({ name }) => `"<${name}>" `).join('')}{ … }`;
  const message = `A ${type} block takes ${takes}, here are ${labels.length}: ${example}`;
  return [{ kind: 'declaration', message, range: startOf(range) }];
}

/** What a component takes is known to its plugin; only what stands in blocks of Packer itself is judged here. */
function bodyErrors({ type, body, range }: SyntaxBlock, schema: LanguageBlock): readonly TemplateError[] {
  if (schema.component || schema.ignoresUnknown || ownedByOthers.has(type)) return [];
  const inner = schema.anyAttributes ? [] : attributeErrors(type, body, schema);
  const missing = Object.entries(schema.attributes)
    .filter(([name, { required }]) => required && !body.attributes.some((one) => one.name === name))
    .map(([name]) => `A ${type} block needs the attribute "${name}".`)
    .map((message) => ({ kind: 'schema' as const, message, range: startOf(range) }));
  return [...inner, ...missing, ...checkBlocks(body.blocks, schema.blocks, `in ${type}`)];
}

/** Their attributes are checked with their values. */
const ownedByOthers = new Set(['source', 'data', 'communicator', 'validation', 'required_plugins']);

function attributeErrors(type: string, body: SyntaxBody, schema: LanguageBlock): readonly TemplateError[] {
  const known = Object.keys(schema.attributes);
  return body.attributes
    .filter(({ name }) => !known.includes(name))
    .map(({ name, range }) => {
      const near = closestTo(name, known);
      const hint = near
        ? ` Did you mean "${near}"?`
        : known.length > 0
          ? ` There is: ${known.join(', ')}.`
          : '';
      return {
        kind: 'schema',
        message: `A ${type} block has no attribute "${name}".${hint}`,
        range: { ...range, end: range.start },
      };
    });
}

/** The start of the block is enough to point at. */
function startOf(range: SourceRange): SourceRange {
  return { ...range, end: range.start };
}
