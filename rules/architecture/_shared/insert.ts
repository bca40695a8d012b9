import {
  type Block,
  fileOf,
  isJson,
  type SourceRange,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';

/** Adds lines before the closing brace of a block, which stands on a line of its own unless the block is empty. */
export function insertAtEnd(template: Template, { range }: Block, lines: string): readonly TextEdit[] {
  const source = fileOf(template, range)?.text ?? '';
  const brace = range.end.offset - 1;
  const lineStart = source.lastIndexOf('\n', brace - 1) + 1;
  const isAlone = source.slice(lineStart, brace).trim() === '';
  const place: SourceRange = isAlone
    ? placed(range, { line: range.end.line, column: 1, offset: lineStart })
    : placed(range, { ...range.end, column: range.end.column - 1, offset: brace });
  return [{ range: place, newText: isAlone ? lines : `\n${lines}` }];
}

/** Adds lines to the first `packer` block, or writes one at the top of a file; nothing in JSON. */
export function insertInPacker(template: Template, lines: string, file: SourceRange): readonly TextEdit[] {
  const existing = template.blocks.find(({ type, range }) => type === 'packer' && !isJson(range));
  if (existing) return insertAtEnd(template, existing, lines);
  if (isJson(file)) return [];
  const start = { line: 1, column: 1, offset: 0 };
  return [{ range: placed(file, start), newText: `packer {\n${lines}}\n\n` }];
}

function placed({ file }: SourceRange, at: SourceRange['start']): SourceRange {
  return { file, start: at, end: at };
}
