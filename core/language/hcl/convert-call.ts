import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf, textOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';

/** `name(a, b...)` */
export function convertCall(piece: Piece, node: Node): Expression {
  const parts = partsOf(node);
  const [name] = parts;
  const list = parts.find((part) => part.type === 'function_arguments');
  const args = list ? partsOf(list) : [];
  return {
    kind: 'call',
    name: name ? textOf(piece, name) : '',
    args: args.filter((arg) => arg.type === 'expression').map((arg) => convertExpression(piece, arg)),
    expands: args.some((arg) => arg.type === 'ellipsis'),
    range: rangeOf(piece, node),
  };
}
