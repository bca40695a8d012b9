import { type Attribute, isJson, type TextEdit } from 'packer-hybrid/rules';

/** Writes another attribute on the line after this one; nothing in JSON, whose commas would have to follow. */
export function insertAfter({ range }: Attribute, text: string): readonly TextEdit[] {
  if (isJson(range)) return [];
  const indent = ' '.repeat(range.start.column - 1);
  return [{ range: { ...range, start: range.end }, newText: `\n${indent}${text}` }];
}

/** Replaces a value by a text, in HCL and JSON alike. */
export function replaceText({ valueRange }: Attribute, text: string): readonly TextEdit[] {
  return [{ range: valueRange, newText: JSON.stringify(text) }];
}
