import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf, textOf } from './conversion.ts';
import { convertExpression } from './convert-expression.ts';

/** Adds `.name`, `[key]` and `[*]` to what stands before them, one after the other. */
export function convertPostfix(piece: Piece, target: Expression, nodes: readonly Node[]): Expression {
  let current = target;
  for (const node of nodes) current = addStep(piece, current, node);
  return current;
}

function addStep(piece: Piece, target: Expression, node: Node): Expression {
  const range = piece.source.range(target.range.start.offset, piece.base + node.endIndex);
  if (node.type === 'splat') {
    const depth = target.kind === 'splat' && target.full ? (target.depth ?? 0) + 1 : 0;
    const splat = { kind: 'splat' as const, target, ...splatOf(piece, node), range };
    return depth > 0 ? { ...splat, depth } : splat;
  }
  const step = stepOf(piece, node);
  if (step === undefined) return { kind: 'broken', range };
  return typeof step === 'string'
    ? { kind: 'attribute', target, name: step, range }
    : { kind: 'index', target, key: step, range };
}

function splatOf(piece: Piece, node: Node) {
  const [splat] = partsOf(node);
  const steps = splat ? partsOf(splat) : [];
  const path = steps.flatMap((step) => stepOf(piece, step) ?? []);
  return { full: splat?.type === 'full_splat', path };
}

function stepOf(piece: Piece, node: Node): string | Expression | undefined {
  if (node.type === 'get_attr') {
    const name = partsOf(node).find((part) => part.type === 'identifier');
    return name && textOf(piece, name);
  }
  if (node.type !== 'index') return undefined;
  const key = node.descendantsOfType('expression')[0];
  if (key) return convertExpression(piece, key);
  return { kind: 'literal', value: Number(textOf(piece, node).slice(1)), range: rangeOf(piece, node) };
}
