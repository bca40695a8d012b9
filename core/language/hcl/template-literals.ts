import type { Node } from 'web-tree-sitter';
import { trimSpaceEnd, trimSpaceStart } from '../syntax/white-space.ts';
import { type Piece, textOf } from './conversion.ts';

/** A stretch of template text, and how its literal pieces become values. */
export interface TemplateStretch {
  readonly start: number;
  readonly end: number;
  /** Heredocs are cut at line ends: `~` takes nothing from the next line, and `<<-` looks at each. */
  readonly byLine: boolean;
  readonly flush: boolean;
  unescape(text: string): string;
}

interface Gap {
  readonly start: number;
  readonly pieces: string[];
}

/** What the text between interpolations and directives means, by the offset where it starts; empty text is left out. */
export function templateLiterals(
  piece: Piece,
  nodes: readonly Node[],
  stretch: TemplateStretch,
): ReadonlyMap<number, string> {
  const markers = markersOf(piece, nodes);
  const gaps: Gap[] = [];
  let start = stretch.start;
  let before: Node | undefined;
  for (const marker of [...markers, undefined]) {
    const raw = textOf(piece, { startIndex: start, endIndex: marker?.startIndex ?? stretch.end });
    const pieces = (stretch.byLine ? (raw.match(/[^\n]*\n|[^\n]+/g) ?? []) : [raw]).map(stretch.unescape);
    const sides = { before: before && textOf(piece, before), after: marker && textOf(piece, marker) };
    gaps.push({ start, pieces: trimmed(pieces, sides) });
    if (!marker) break;
    before = marker;
    start = marker.endIndex;
  }
  if (stretch.flush) flush(gaps);
  return new Map(
    gaps.map(({ start: at, pieces }) => [at, pieces.join('')] as const).filter(([, text]) => text !== ''),
  );
}

/** Interpolations, and the words of directives: what stands inside of directives is text of the same template. */
function markersOf(piece: Piece, nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => {
    if (node.type === 'template_directive' || node.type === 'template_if' || node.type === 'template_for') {
      return markersOf(piece, node.children);
    }
    return node.type !== 'template_literal' && /^[$%]\{/.test(textOf(piece, node)) ? [node] : [];
  });
}

function trimmed(
  pieces: readonly string[],
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
): string[] {
  const result = [...pieces];
  const last = result.length - 1;
  if (before?.endsWith('~}') && result.length > 0) result[0] = trimSpaceStart(result[0] ?? '');
  if (after && /^[$%]\{~/.test(after) && last >= 0) result[last] = trimSpaceEnd(result[last] ?? '');
  return result;
}

/** Takes from each line what the least indented one starts with; lines of white space do not count. */
function flush(gaps: readonly Gap[]): void {
  let least = Number.POSITIVE_INFINITY;
  const starts: { gap: Gap; index: number }[] = [];
  let startsLine = true;
  for (const [position, gap] of gaps.entries()) {
    for (const [index, text] of gap.pieces.entries()) {
      if (startsLine) {
        const isBlank = trimSpaceStart(text) === '' && text.endsWith('\n');
        if (!isBlank) {
          least = Math.min(least, text.length - trimSpaceStart(text).length);
          starts.push({ gap, index });
        }
      }
      startsLine = text.endsWith('\n');
    }
    // An interpolation at the start of a line has no indentation.
    if (startsLine && position < gaps.length - 1) least = 0;
    if (position < gaps.length - 1) startsLine = false;
  }
  if (!Number.isFinite(least)) return;
  for (const { gap, index } of starts) gap.pieces[index] = (gap.pieces[index] ?? '').slice(least);
}
