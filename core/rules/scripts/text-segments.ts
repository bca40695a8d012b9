import { type Expression, evaluate, scopeOf, type Template, type Value } from '../../language/index.ts';
import { literalOffsets, type TextForm } from './literal-offsets.ts';

/** A stretch of text with the place that it comes from. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where each character of the text stands in the file, and where the last one ends; undefined where only the whole has a place. */
  readonly offsets: readonly number[] | undefined;
}

/** The text of an expression piece by piece. What is unknown or secret stays as it is written: `${var.name}`. */
export function segmentsOf(template: Template, expression: Expression): readonly Segment[] {
  const { range } = expression;
  const file = template.files.find(({ path }) => path === range.file);
  if (!file || expression.kind === 'broken') return [];
  const raw = file.text.slice(range.start.offset, range.end.offset);
  const form: TextForm = file.syntax === 'hcl' ? (raw.startsWith('<<') ? 'heredoc' : 'quoted') : 'json';
  const reading = { template, text: file.text, form };
  if (expression.kind === 'literal') return [literalSegment(reading, expression.value, range)];
  if (expression.kind !== 'template') return [insertSegment(reading, expression)];
  return expression.parts.map((part) =>
    part.kind === 'literal'
      ? literalSegment(reading, part.value, part.range)
      : insertSegment(reading, part, isSame(part.range, range) ? undefined : 'inside'),
  );
}

interface Reading {
  readonly template: Template;
  /** Of the whole file. */
  readonly text: string;
  readonly form: TextForm;
}

function literalSegment({ text, form }: Reading, value: unknown, range: Expression['range']): Segment {
  const [start, end] = [range.start.offset, range.end.offset];
  const written = { text: text.slice(start, end), start };
  return {
    text: String(value),
    start,
    end,
    offsets: typeof value === 'string' ? literalOffsets(form, written, value) : undefined,
  };
}

function insertSegment(reading: Reading, part: Expression, where?: 'inside'): Segment {
  const { template, text } = reading;
  const [start, end] = [part.range.start.offset, part.range.end.offset];
  const value = shownText(evaluate(part, scopeOf(template)));
  // The place of an interpolation is that of the expression in it: the signs around it belong to the line as well.
  const opening = where === 'inside' ? text.lastIndexOf('${', start) : -1;
  const closing = where === 'inside' ? text.indexOf('}', end) : -1;
  const written = text.slice(start, end);
  return {
    text: value ?? (part.kind.startsWith('template') ? written : `\${${written}}`),
    start: opening === -1 ? start : opening,
    end: closing === -1 ? end : closing + 1,
    offsets: undefined,
  };
}

function shownText(value: Value): string | undefined {
  if (value.state !== 'known' || value.value === null || typeof value.value === 'object') return undefined;
  return String(value.value);
}

function isSame(a: Expression['range'], b: Expression['range']): boolean {
  return a.start.offset === b.start.offset && a.end.offset === b.end.offset;
}
