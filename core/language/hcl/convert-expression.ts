import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf, spanOf, textOf } from './conversion.ts';
import { convertCall } from './convert-call.ts';
import { convertCollection } from './convert-collection.ts';
import { convertFor } from './convert-for.ts';
import { convertOperation } from './convert-operation.ts';
import { convertPostfix } from './convert-postfix.ts';
import { stringLiteral } from './convert-string.ts';
import { convertTemplate } from './convert-template.ts';

/** Turns an `expression` node into our own form. */
export function convertExpression(piece: Piece, node: Node): Expression {
  if (node.hasError) return { kind: 'broken', range: rangeOf(piece, node) };
  return convertTerms(piece, node.type === 'expression' ? partsOf(node) : [node]);
}

/** A term and the accessors behind it stand side by side in the tree: `a`, `.b`, `[0]`. */
export function convertTerms(piece: Piece, nodes: readonly Node[]): Expression {
  const [first, second] = nodes;
  if (!first) return { kind: 'broken', range: piece.source.range(piece.base, piece.base) };
  if (first.type === '(' && second) {
    const inner = { ...convertExpression(piece, second), range: spanOf(piece, first, nodes[2] ?? second) };
    return convertPostfix(piece, inner, nodes.slice(3));
  }
  return convertPostfix(piece, convertTerm(piece, first), nodes.slice(1));
}

function convertTerm(piece: Piece, node: Node): Expression {
  switch (node.type) {
    case 'literal_value':
      return convertLiteral(piece, node);
    case 'template_expr':
      return convertTemplate(piece, node);
    case 'collection_value':
      return convertCollection(piece, node);
    case 'variable_expr':
      return { kind: 'name', name: textOf(piece, node), range: rangeOf(piece, node) };
    case 'function_call':
      return convertCall(piece, node);
    case 'for_expr':
      return convertFor(piece, node);
    case 'operation':
    case 'conditional':
      return convertOperation(piece, node);
    case 'expression':
      return convertExpression(piece, node);
    default:
      return { kind: 'broken', range: rangeOf(piece, node) };
  }
}

function convertLiteral(piece: Piece, node: Node): Expression {
  const range = rangeOf(piece, node);
  const text = textOf(piece, node);
  const inner = node.firstChild;
  if (inner?.type === 'string_lit') return { kind: 'literal', value: stringLiteral(piece, inner), range };
  if (inner?.type === 'bool_lit') return { kind: 'literal', value: text === 'true', range };
  if (inner?.type === 'null_lit') return { kind: 'literal', value: null, range };
  const number = Number(text);
  if (!Number.isFinite(number)) return { kind: 'broken', range };
  const literal = { kind: 'literal' as const, value: number, range };
  return String(number) === text ? literal : { ...literal, digits: text };
}
