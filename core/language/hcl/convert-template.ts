import type { Node } from 'web-tree-sitter';
import type { Expression } from '../syntax/expression.ts';
import { type Piece, partsOf, rangeOf } from './conversion.ts';
import { unescapeQuoted } from './convert-string.ts';
import { convertParts } from './convert-template-parts.ts';
import { heredocText } from './heredoc.ts';

/** A quoted string or a heredoc, with what is interpolated. */
export function convertTemplate(piece: Piece, node: Node): Expression {
  const [inner] = partsOf(node);
  const range = rangeOf(piece, node);
  const parts = inner ? partsOf(inner) : [];
  if (!inner) return { kind: 'broken', range };
  const text = inner.type === 'heredoc_template' ? heredocText(piece, parts) : quotedText(parts);
  const found = convertParts(piece, text.nodes, text);
  const [only] = found;
  if (found.length === 0) return { kind: 'literal', value: '', range };
  // A string without interpolation is a literal; one that only interpolates keeps its wrapper: the value's type passes through.
  if (found.length === 1 && only?.kind === 'literal' && text.nodes.length === 0) return { ...only, range };
  return { kind: 'template', parts: found, range };
}

function quotedText(parts: readonly Node[]) {
  const [opening] = parts;
  const closing = parts.at(-1);
  return {
    nodes: parts.filter(
      (part) => part.type === 'template_interpolation' || part.type === 'template_directive',
    ),
    start: opening?.endIndex ?? 0,
    end: closing?.startIndex ?? 0,
    clean: (text: string) => unescapeQuoted(text),
  };
}
