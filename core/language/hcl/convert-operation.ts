import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf, textOf } from './conversion.ts';
import { convertExpression, convertTerms } from './convert-expression.ts';

const operators = new Set(['*', '/', '%', '+', '-', '>', '>=', '<', '<=', '==', '!=', '&&', '||']);

/** Conditionals, `!a`, `-a` and everything with two sides. */
export function convertOperation(piece: Piece, node: Node): Expression {
  if (node.type === 'conditional') return convertConditional(piece, node);
  const [inner] = partsOf(node);
  const parts = inner ? partsOf(inner) : [];
  const range = rangeOf(piece, node);
  const [first] = parts;
  if (inner?.type === 'unary_operation' && first) {
    return {
      kind: 'unary',
      operator: textOf(piece, first),
      operand: convertTerms(piece, parts.slice(1)),
      range,
    };
  }
  const at = parts.findIndex((part, index) => index > 0 && operators.has(part.type));
  const operator = parts[at];
  if (!operator) return { kind: 'broken', range };
  const left = convertTerms(piece, parts.slice(0, at));
  const right = convertTerms(piece, parts.slice(at + 1));
  return { kind: 'binary', operator: textOf(piece, operator), left, right, range };
}

function convertConditional(piece: Piece, node: Node): Expression {
  const range = rangeOf(piece, node);
  const [condition, yes, no] = partsOf(node).filter((part) => part.type === 'expression');
  if (!condition || !yes || !no) return { kind: 'broken', range };
  return {
    kind: 'conditional',
    condition: convertExpression(piece, condition),
    yes: convertExpression(piece, yes),
    no: convertExpression(piece, no),
    range,
  };
}
