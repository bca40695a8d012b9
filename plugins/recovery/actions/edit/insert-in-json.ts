import type { Edit, SourceRange } from 'packer-hybrid';
import { positionAt } from './position-at.ts';
import type { AttributeText } from './set-attribute.ts';

/** A new first property of an object, with the white space that the first one has now; undefined when it is no object. */
export function insertInJson(
  text: string,
  { file, start, end }: SourceRange,
  { name, value }: AttributeText,
): Edit | undefined {
  if (text[start.offset] !== '{') return undefined;
  const inner = text.slice(start.offset + 1, end.offset - 1);
  const property = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const space = /^\s*/.exec(inner)?.[0] ?? '';
  const place = positionAt(text, start.offset + 1);
  const new_text = inner.trim() === '' ? property : `${space}${property},`;
  return { range: { file, start: place, end: place }, new_text };
}
