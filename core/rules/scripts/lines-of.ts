import { type Expression, evaluate, scopeOf, type Template } from '../../language/index.ts';
import { type SourceText, sourceText } from '../../language/syntax/source-text.ts';
import type { ScriptLine } from '../views.ts';
import { type Segment, segmentsOf } from './text-segments.ts';

/** Functions that only put lists together: what is written in their arguments keeps its own place. */
const joining = new Set(['concat', 'flatten', 'compact', 'distinct', 'tolist', 'toset', 'sort']);

/** The lines that an expression comes to: a string, a heredoc, or a list of them. */
export function linesOf(template: Template, expression: Expression): readonly ScriptLine[] {
  return itemsOf(template, expression, []).flatMap((item) =>
    typeof item.value === 'string'
      ? splitLines(item.value).map((text) => ({ text, range: item.expression.range }))
      : placedLines(template, item.expression),
  );
}

interface Item {
  readonly expression: Expression;
  /** The item's text where it is not written in the expression itself. */
  readonly value?: string;
}

function itemsOf(template: Template, expression: Expression, seen: readonly string[]): readonly Item[] {
  const inner = (part: Expression) => itemsOf(template, part, seen);
  if (expression.kind === 'list') return expression.items.flatMap(inner);
  if (expression.kind === 'literal' || expression.kind === 'template') return [{ expression }];
  if (expression.kind === 'call' && joining.has(expression.name)) return expression.args.flatMap(inner);
  if (expression.kind === 'conditional') {
    const decided = evaluate(expression.condition, scopeOf(template));
    if (decided.state !== 'unknown') return inner(decided.value === true ? expression.yes : expression.no);
  }
  const local = localName(expression);
  const named = template.locals.find(({ name }) => name === local);
  if (named && local !== undefined && !seen.includes(local)) {
    return itemsOf(template, named.expression, [...seen, local]);
  }
  return valueItems(template, expression);
}

function localName(expression: Expression): string | undefined {
  const isLocal =
    expression.kind === 'attribute' &&
    expression.target.kind === 'name' &&
    expression.target.name === 'local';
  return isLocal ? expression.name : undefined;
}

/** A list that is known only by its value: all of its items stand where it is used. */
function valueItems(template: Template, expression: Expression): readonly Item[] {
  const value = evaluate(expression, scopeOf(template));
  if (value.state !== 'known' || !Array.isArray(value.value)) return [{ expression }];
  return value.value.flatMap((item: unknown) =>
    typeof item === 'string' ? [{ expression, value: item }] : [],
  );
}

function placedLines(template: Template, expression: Expression): readonly ScriptLine[] {
  const segments = segmentsOf(template, expression);
  const text = segments.map((segment) => segment.text).join('');
  const source = sourceOf(template, expression.range.file);
  if (!source || segments.length === 0) return [];
  let from = 0;
  return splitLines(text).map((line) => {
    const start = placeAt(segments, from, 'start');
    const end = line === '' ? start : placeAt(segments, from + line.length, 'end');
    const next = text.indexOf('\n', from);
    from = next === -1 ? text.length : next + 1;
    return { text: line, range: source.range(start, Math.max(start, end)) };
  });
}

/** Without the empty line that a final newline would make. */
function splitLines(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** The offset in the file of a place in the text; at the border of two segments `end` belongs to the first. */
function placeAt(segments: readonly Segment[], at: number, side: 'start' | 'end'): number {
  let before = 0;
  for (const { text, start, end, offsets } of segments) {
    const index = at - before;
    if (side === 'start' ? index < text.length : index <= text.length) {
      return offsets?.[index] ?? (side === 'start' ? start : end);
    }
    before += text.length;
  }
  return segments.at(-1)?.end ?? 0;
}

const sources = new WeakMap<object, SourceText>();

function sourceOf(template: Template, path: string): SourceText | undefined {
  const file = template.files.find((candidate) => candidate.path === path);
  if (!file) return undefined;
  const known = sources.get(file) ?? sourceText(path, file.text);
  sources.set(file, known);
  return known;
}
