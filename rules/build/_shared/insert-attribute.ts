import { type Attribute, type Block, isJson, type TextEdit } from 'packer-hybrid/rules';

/** Writes another attribute on the line after this one; nothing in JSON, whose commas would have to follow. */
export function insertAfter({ range }: Attribute, text: string): readonly TextEdit[] {
  if (isJson(range)) return [];
  const indent = ' '.repeat(range.start.column - 1);
  return [{ range: { ...range, start: range.end }, newText: `\n${indent}${text}` }];
}

/** Writes an attribute on the line before a block. */
export function insertBefore({ range }: Block, text: string): readonly TextEdit[] {
  if (isJson(range)) return [];
  const indent = ' '.repeat(range.start.column - 1);
  return [{ range: { ...range, end: range.start }, newText: `${text}\n${indent}` }];
}

/** Writes an attribute behind the last one of a body; nothing where the body is empty. */
export function appendTo(attributes: readonly Attribute[], text: string): readonly TextEdit[] {
  const last = attributes.toSorted((a, b) => a.range.start.offset - b.range.start.offset).at(-1);
  return last ? insertAfter(last, text) : [];
}

/** Replaces a value by a text, in HCL and JSON alike; what is not written there as it is stays untouched. */
export function replaceText({ valueRange, expression }: Attribute, text: string): readonly TextEdit[] {
  if (expression.kind !== 'literal') return [];
  return [{ range: valueRange, newText: JSON.stringify(text) }];
}
