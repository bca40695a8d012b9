import type { Attribute, Template, TemplateFile } from '../../language/index.ts';
import type { SourceRange } from '../../schema/index.ts';
import type { Placed, TextEdit } from '../rule.ts';

/** The beginning of something long, such as a block: enough to point at. */
export function startOf({ range }: Placed): SourceRange {
  return { ...range, end: range.start };
}

/** Where the name of an attribute stands, without the quotation marks of JSON. */
export function nameRange({ name, range }: Attribute): SourceRange {
  return within(range, isJson(range) ? 1 : 0, name.length);
}

/** A stretch of one line, counted from the beginning of a range. */
export function within({ file, start }: SourceRange, skip: number, length: number): SourceRange {
  const at = (count: number) => ({
    line: start.line,
    column: start.column + count,
    offset: start.offset + count,
  });
  return { file, start: at(skip), end: at(skip + length) };
}

export function isJson({ file }: SourceRange): boolean {
  return file.endsWith('.json');
}

/** The file that a range lies in. */
export function fileOf(template: Template, { file }: SourceRange): TemplateFile | undefined {
  return template.files.find(({ path }) => path === file);
}

/** Where a text stands inside a range; undefined when it does not. */
export function findIn(template: Template, range: SourceRange, text: string): SourceRange | undefined {
  const source = fileOf(template, range)?.text ?? '';
  const offset = source.indexOf(text, range.start.offset);
  if (offset === -1 || offset + text.length > range.end.offset) return undefined;
  return rangeIn(source, range.file, [offset, offset + text.length]);
}

/** Removes an attribute or a block together with its lines, when nothing else stands on them. */
export function removalOf(template: Template, { range }: Placed): TextEdit {
  const text = fileOf(template, range)?.text ?? '';
  const lineStart = text.lastIndexOf('\n', range.start.offset - 1) + 1;
  const lineEnd = text.indexOf('\n', range.end.offset);
  const after = text.slice(range.end.offset, lineEnd === -1 ? undefined : lineEnd);
  const isAlone = text.slice(lineStart, range.start.offset).trim() === '' && /^\s*((#|\/\/).*)?$/.test(after);
  if (!isAlone || lineEnd === -1) return { range, newText: '' };
  return { range: rangeIn(text, range.file, [lineStart, lineEnd + 1]), newText: '' };
}

function rangeIn(text: string, file: string, [from, to]: readonly [number, number]): SourceRange {
  return { file, start: positionAt(text, from), end: positionAt(text, to) };
}

function positionAt(text: string, offset: number) {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lineStart + 1, offset };
}
