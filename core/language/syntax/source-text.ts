import type { Position, SourceRange } from '../../schema/index.ts';

/** The text of one file that can tell places: offsets go in, ranges come out. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  range(start: number, end: number): SourceRange;
}

/** Columns count from the first visible character: a byte order mark has an offset but no column. */
export function sourceText(file: string, text: string): SourceText {
  const lines = lineStarts(text);
  const position = (wanted: number): Position => {
    const offset = Math.min(wanted, text.length);
    const line = lineIndex(lines, offset);
    return { line: line + 1, column: Math.max(1, offset - (lines[line] ?? 0) + 1), offset };
  };
  return { file, text, range: (start, end) => ({ file, start: position(start), end: position(end) }) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the line that an offset lies in, by where the lines start. */
export function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
