import type { Node } from 'web-tree-sitter';
import { type Piece, textOf } from './conversion.ts';
import { unescapeHeredoc } from './convert-string.ts';
import type { TemplateText } from './convert-template-parts.ts';
import { templateLiterals } from './template-literals.ts';

/** The text of a heredoc: from the line after its opening word to the line of its closing word. */
export function heredocText(piece: Piece, parts: readonly Node[]): TemplateText & { nodes: readonly Node[] } {
  const [opening, name] = parts;
  const closing = parts.at(-1);
  const start = firstLine(piece, name?.endIndex ?? 0);
  const end = Math.max(start, lineStart(piece, closing?.startIndex ?? start));
  const flush = opening !== undefined && textOf(piece, opening) === '<<-';
  const nodes = insertsOf(parts);
  const literals = templateLiterals(piece, nodes, {
    start,
    end,
    byLine: true,
    flush,
    unescape: unescapeHeredoc,
  });
  return { nodes, start, end, literals };
}

/** The interpolations and directives among the parts of a template. */
export function insertsOf(parts: readonly Node[]): readonly Node[] {
  return parts.filter(({ type }) => type === 'template_interpolation' || type === 'template_directive');
}

function firstLine(piece: Piece, from: number): number {
  const newline = piece.source.text.indexOf('\n', piece.base + from);
  return newline === -1 ? from : newline + 1 - piece.base;
}

function lineStart(piece: Piece, at: number): number {
  return piece.source.text.lastIndexOf('\n', piece.base + at - 1) + 1 - piece.base;
}
