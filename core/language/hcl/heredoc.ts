import type { Node } from 'web-tree-sitter';
import { type Piece, textOf } from './conversion.ts';
import { unescapeHeredoc } from './convert-string.ts';
import type { TemplateText } from './convert-template-parts.ts';

/** The text of a heredoc: from the line after its opening word to the line of its closing word. */
export function heredocText(piece: Piece, parts: readonly Node[]): TemplateText & { nodes: readonly Node[] } {
  const [opening, name] = parts;
  const closing = parts.at(-1);
  const start = firstLine(piece, name?.endIndex ?? 0);
  const end = Math.max(start, lineStart(piece, closing?.startIndex ?? start));
  const indent = opening && textOf(piece, opening) === '<<-' ? commonIndent(slice(piece, start, end)) : 0;
  const margin = new RegExp(`(^|\\n)[ \\t]{0,${indent}}`, 'g');
  const inner = new RegExp(`\\n[ \\t]{0,${indent}}`, 'g');
  return {
    nodes: parts.filter(
      (part) => part.type === 'template_interpolation' || part.type === 'template_directive',
    ),
    start,
    end,
    clean(text, at) {
      const startsLine = at === start || slice(piece, at - 1, at) === '\n';
      const flush = startsLine ? text.replace(margin, '$1') : text.replace(inner, '\n');
      return unescapeHeredoc(indent > 0 ? flush : text);
    },
  };
}

function slice(piece: Piece, startIndex: number, endIndex: number): string {
  return textOf(piece, { startIndex, endIndex });
}

function firstLine(piece: Piece, from: number): number {
  const newline = piece.source.text.indexOf('\n', piece.base + from);
  return newline === -1 ? from : newline + 1 - piece.base;
}

function lineStart(piece: Piece, at: number): number {
  return piece.source.text.lastIndexOf('\n', piece.base + at - 1) + 1 - piece.base;
}

/** The smallest indentation of the lines that say something. */
function commonIndent(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indents = lines.map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}
