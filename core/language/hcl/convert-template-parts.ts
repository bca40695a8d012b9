import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';
import { introOf } from './convert-for.ts';

/** Template text whose literal pieces are computed already, by the offset where each starts. */
export interface TemplateText {
  readonly start: number;
  readonly end: number;
  readonly literals: ReadonlyMap<number, string>;
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
  for (const node of nodes) {
    parts.push(...literalAt(piece, at, { ...text, end: node.startIndex }), convertPart(piece, node, text));
    at = node.endIndex;
  }
  parts.push(...literalAt(piece, at, text));
  return parts;
}

function literalAt(piece: Piece, at: number, { literals, end }: TemplateText): readonly Expression[] {
  const value = literals.get(at);
  if (value === undefined) return [];
  return [{ kind: 'literal', value, range: piece.source.range(piece.base + at, piece.base + end) }];
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
