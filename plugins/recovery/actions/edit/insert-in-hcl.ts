import type { Edit, SourceRange } from 'packer-hybrid';
import { positionAt } from './position-at.ts';
import type { AttributeText } from './set-attribute.ts';

/** A new last line in a block whose range reaches from behind its opening brace to its closing one. */
export function insertInHcl(text: string, range: SourceRange, { name, value }: AttributeText): Edit {
  const { start, end } = range;
  const inner = text.slice(start.offset, end.offset);
  const line = `${name} = "${value}"`;
  const outer = indentAt(text, start.offset);
  if (!inner.includes('\n')) return { range, new_text: asLines([inner.trim(), line], outer) };
  const lastLine = inner.slice(inner.lastIndexOf('\n') + 1);
  const indent = /\n([^\S\n]+)\S/.exec(inner)?.[1] ?? `${outer}  `;
  if (lastLine.trim() !== '')
    return at(text, range, { offset: end.offset, insert: `\n${indent}${line}\n${outer}` });
  return at(text, range, { offset: end.offset - lastLine.length, insert: `${indent}${line}\n` });
}

/** A block on one line holds one attribute only: with two it needs lines. */
function asLines(lines: readonly string[], outer: string): string {
  const kept = lines.filter((line) => line !== '');
  return `\n${kept.map((line) => `${outer}  ${line}\n`).join('')}${outer}`;
}

/** The white space at the start of the line that this offset is on. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return /^[^\S\r\n]*/.exec(line)?.[0] ?? '';
}

function at(
  text: string,
  { file }: SourceRange,
  { offset, insert }: { readonly offset: number; readonly insert: string },
): Edit {
  const place = positionAt(text, offset);
  return { range: { file, start: place, end: place }, new_text: insert };
}
