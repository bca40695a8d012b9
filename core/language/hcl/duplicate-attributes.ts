import type { TemplateError } from '../model.ts';
import type { SyntaxAttribute, SyntaxBody } from '../syntax/document.ts';

/** Attributes that are set twice in one block: HCL refuses the file. */
export function duplicateAttributes({ attributes, blocks }: SyntaxBody): readonly TemplateError[] {
  const first = new Map<string, SyntaxAttribute>();
  const errors: TemplateError[] = [];
  for (const attribute of attributes) {
    const before = first.get(attribute.name);
    if (before) errors.push(again(attribute, before));
    else first.set(attribute.name, attribute);
  }
  return [...errors, ...blocks.flatMap(({ body }) => duplicateAttributes(body))];
}

function again({ name, range }: SyntaxAttribute, before: SyntaxAttribute): TemplateError {
  const { line } = before.range.start;
  const message = `The attribute "${name}" is already set on line ${line}: it is written once in a block.`;
  return { kind: 'syntax', message, range };
}
