import type { Node } from 'web-tree-sitter';
import type { Expression, ObjectEntry } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';

/** `[a, b]` and `{ a = b }` */
export function convertCollection(piece: Piece, node: Node): Expression {
  const range = rangeOf(piece, node);
  const [inner] = partsOf(node);
  const parts = inner ? partsOf(inner) : [];
  if (inner?.type === 'tuple') {
    const items = parts.filter((part) => part.type === 'expression');
    return { kind: 'list', items: items.map((item) => convertExpression(piece, item)), range };
  }
  const entries = parts.filter((part) => part.type === 'object_elem').flatMap((part) => entryOf(piece, part));
  return { kind: 'object', entries, range };
}

function entryOf(piece: Piece, node: Node): readonly ObjectEntry[] {
  const key = node.childForFieldName('key');
  const value = node.childForFieldName('val');
  if (!key || !value) return [];
  return [{ key: keyOf(convertExpression(piece, key), key), value: convertExpression(piece, value) }];
}

/** A bare word is a key, not a reference; `(word)` is a reference. */
function keyOf(key: Expression, node: Node): Expression {
  if (partsOf(node)[0]?.type === '(') return key;
  if (key.kind === 'literal' && key.value === null) return { ...key, value: 'null' };
  if (key.kind !== 'name') return key;
  return { kind: 'literal', value: key.name, range: key.range };
}
