import { fileOf, type SourceRange, type Template } from 'packer-hybrid/rules';

/** The text of a file, as it is written between the two ends of a range. */
export function textIn(template: Template, range: SourceRange): string {
  return fileOf(template, range)?.text.slice(range.start.offset, range.end.offset) ?? '';
}

/** A stretch of text inside a range, counted from its beginning; it may lie on any of its lines. */
export function placeAt(
  template: Template,
  range: SourceRange,
  stretch: readonly [number, number],
): SourceRange {
  const text = fileOf(template, range)?.text ?? '';
  const [skip, length] = stretch;
  const offset = range.start.offset + skip;
  return { file: range.file, start: positionAt(text, offset), end: positionAt(text, offset + length) };
}

function positionAt(text: string, offset: number): SourceRange['start'] {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset };
}
