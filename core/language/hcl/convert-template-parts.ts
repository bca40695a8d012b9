import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf, textOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';
import { introOf } from './convert-for.ts';

/** A stretch of template text, and how its literal pieces become values. */
export interface TemplateText {
  readonly start: number;
  readonly end: number;
  /** `at` is where the piece starts: indented heredocs must know. */
  clean(text: string, at: number): string;
}

/**
 * The parts of a template between two offsets. Literal text is what lies between the interpolations: the grammar's own
 * text nodes leave out white space at their edges.
 */
export function convertParts(
  piece: Piece,
  nodes: readonly Node[],
  text: TemplateText,
): readonly Expression[] {
  const parts: Expression[] = [];
  let at = text.start;
  let trimStart = opensTrimmed(piece, at);
  for (const node of nodes) {
    const gap = { ...text, start: at, end: node.startIndex };
    parts.push(...literalOf(piece, gap, { trimStart, trimEnd: /^[$%]\{~/.test(textOf(piece, node)) }));
    parts.push(convertPart(piece, node, text));
    at = node.endIndex;
    trimStart = opensTrimmed(piece, at);
  }
  const rest = { ...text, start: at };
  parts.push(...literalOf(piece, rest, { trimStart, trimEnd: closesTrimmed(piece, text.end) }));
  return parts;
}

/** Whether the marker before this offset ends with `~}`. */
function opensTrimmed(piece: Piece, at: number): boolean {
  return textOf(piece, { startIndex: Math.max(0, at - 2), endIndex: at }) === '~}';
}

/** Whether the marker at this offset starts with `%{~`: the end of an `if` or a `for`. */
function closesTrimmed(piece: Piece, at: number): boolean {
  return textOf(piece, { startIndex: at, endIndex: at + 3 }) === '%{~';
}

function literalOf(
  piece: Piece,
  gap: TemplateText,
  trim: { trimStart: boolean; trimEnd: boolean },
): readonly Expression[] {
  let value = gap.clean(textOf(piece, { startIndex: gap.start, endIndex: gap.end }), gap.start);
  if (trim.trimStart) value = value.trimStart();
  if (trim.trimEnd) value = value.trimEnd();
  if (value === '') return [];
  return [
    { kind: 'literal', value, range: piece.source.range(piece.base + gap.start, piece.base + gap.end) },
  ];
}

function convertPart(piece: Piece, node: Node, text: TemplateText): Expression {
  const range = rangeOf(piece, node);
  if (node.type === 'template_interpolation') {
    const inner = node.namedChildren.find((child) => child.type === 'expression');
    return inner ? convertExpression(piece, inner) : { kind: 'broken', range };
  }
  const [directive] = partsOf(node);
  if (directive?.type === 'template_if') return convertIf(piece, directive, text);
  if (directive?.type === 'template_for') return convertForDirective(piece, directive, text);
  return { kind: 'broken', range };
}

function convertIf(piece: Piece, node: Node, text: TemplateText): Expression {
  const parts = partsOf(node);
  const intro = parts[0];
  const otherwise = parts.find((part) => part.type === 'template_else_intro');
  const end = parts.at(-1);
  const condition = intro?.namedChildren.find((child) => child.type === 'expression');
  if (!intro || !end || !condition) return { kind: 'broken', range: rangeOf(piece, node) };
  const between = (from: Node, to: Node) =>
    convertParts(piece, insertsBetween(parts, from, to), {
      ...text,
      start: from.endIndex,
      end: to.startIndex,
    });
  return {
    kind: 'template-if',
    condition: convertExpression(piece, condition),
    yes: between(intro, otherwise ?? end),
    no: otherwise ? between(otherwise, end) : [],
    range: rangeOf(piece, node),
  };
}

function convertForDirective(piece: Piece, node: Node, text: TemplateText): Expression {
  const parts = partsOf(node);
  const [intro] = parts;
  const end = parts.at(-1);
  const head = intro && introOf(piece, intro);
  if (!head || !end) return { kind: 'broken', range: rangeOf(piece, node) };
  const inner = { ...text, start: intro.endIndex, end: end.startIndex };
  return {
    kind: 'template-for',
    ...head,
    parts: convertParts(piece, insertsBetween(parts, intro, end), inner),
    range: rangeOf(piece, node),
  };
}

function insertsBetween(parts: readonly Node[], from: Node, to: Node): readonly Node[] {
  const inserts = parts.slice(parts.indexOf(from) + 1, parts.indexOf(to));
  return inserts.filter((part) => part.type !== 'template_literal');
}
