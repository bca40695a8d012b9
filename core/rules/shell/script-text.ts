import { lineIndex } from '../../language/syntax/source-text.ts';
import type { Position, SourceRange } from '../../schema/index.ts';
import type { ScriptLine } from '../views.ts';

/** A script's lines as one text that can tell where each of its signs stands in a file. */
export interface ScriptText {
  readonly text: string;
  range(start: number, end: number): SourceRange;
}

/** Joins lines; a script without lines has no places, so it has no text either. */
export function scriptText(lines: readonly ScriptLine[]): ScriptText | undefined {
  const first = lines[0];
  if (!first) return undefined;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  const place = (offset: number, side: 'start' | 'end'): Position => {
    const index = lineIndex(starts, offset);
    return positionIn(lines[index] ?? first, offset - (starts[index] ?? 0), side);
  };
  return {
    text: lines.map(({ text }) => text).join('\n'),
    range: (start, end) => ({
      file: first.range.file,
      start: place(start, 'start'),
      end: place(end, 'end'),
    }),
  };
}

/** Exact where the line is written as it is meant; the whole line where escapes or interpolations lie between. */
function positionIn({ text, range }: ScriptLine, column: number, side: 'start' | 'end'): Position {
  const quotes = range.end.offset - range.start.offset - text.length;
  const isExact = range.start.line === range.end.line && (quotes === 0 || quotes === 2);
  if (!isExact) return range[side];
  const ahead = column + quotes / 2;
  const { line, column: first, offset } = range.start;
  return { line, column: first + ahead, offset: offset + ahead };
}
