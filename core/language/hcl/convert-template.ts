import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf } from './conversion.ts';
import { unescapeQuoted } from './convert-string.ts';
import { convertParts, type TemplateText } from './convert-template-parts.ts';
import { heredocText, insertsOf } from './heredoc.ts';
import { templateLiterals } from './template-literals.ts';

/** A quoted string or a heredoc, with what is interpolated. */
export function convertTemplate(piece: Piece, node: Node): Expression {
  const [inner] = partsOf(node);
  const range = rangeOf(piece, node);
  const parts = inner ? partsOf(inner) : [];
  if (!inner) return { kind: 'broken', range };
  const text = inner.type === 'heredoc_template' ? heredocText(piece, parts) : quotedText(piece, parts);
  return templateOf(piece, text, range);
}

/** A string without interpolation is a literal; one that is nothing but an interpolation passes its value through. */
export function templateOf(
  piece: Piece,
  text: TemplateText & { readonly nodes: readonly Node[] },
  range: Expression['range'],
): Expression {
  const { nodes, start, end } = text;
  const parts = convertParts(piece, nodes, text);
  const [only] = parts;
  if (nodes.length === 0) return only ? { ...only, range } : { kind: 'literal', value: '', range };
  const [first] = nodes;
  const wraps = nodes.length === 1 && first?.startIndex === start && first.endIndex === end;
  const isText = parts.length === 1 && !wraps;
  return isText ? { kind: 'template', parts, wraps: false, range } : { kind: 'template', parts, range };
}

function quotedText(piece: Piece, parts: readonly Node[]) {
  const nodes = insertsOf(parts);
  const start = parts[0]?.endIndex ?? 0;
  const end = parts.at(-1)?.startIndex ?? 0;
  const stretch = { start, end, byLine: false, flush: false, unescape: unescapeQuoted };
  return { nodes, start, end, literals: templateLiterals(piece, nodes, stretch) };
}
