import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf, textOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';

/** `[for v in c : r if x]` and `{for k, v in c : k => v...}` */
export function convertFor(piece: Piece, node: Node): Expression {
  const range = rangeOf(piece, node);
  const [inner] = partsOf(node);
  const parts = inner ? partsOf(inner) : [];
  const intro = parts.find((part) => part.type === 'for_intro');
  const results = parts.filter((part) => part.type === 'expression');
  const head = intro && introOf(piece, intro);
  const result = results.at(-1);
  if (!head || !result) return { kind: 'broken', range };
  const key = results.length > 1 ? results[0] : undefined;
  const condition = parts.find((part) => part.type === 'for_cond')?.namedChildren.find(isExpression);
  return {
    kind: 'for',
    ...head,
    key: key && convertExpression(piece, key),
    result: convertExpression(piece, result),
    condition: condition && convertExpression(piece, condition),
    groups: parts.some((part) => part.type === 'ellipsis'),
    range,
  };
}

/** The names that a `for` binds and what it walks over; strings write theirs the same way. */
export function introOf(piece: Piece, node: Node) {
  const parts = partsOf(node);
  const collection = parts.find(isExpression);
  if (!collection) return undefined;
  const names = parts.filter((part) => part.type === 'identifier').map((part) => textOf(piece, part));
  return { names, collection: convertExpression(piece, collection) };
}

function isExpression(node: Node): boolean {
  return node.type === 'expression';
}
