import type { SourceRange } from '../../schema/index.ts';

/** The text with these ranges blanked: every line and column behind them stays where it was. */
export function withoutRanges(text: string, ranges: readonly SourceRange[]): string {
  let result = text;
  for (const { start, end } of ranges) {
    const blank = result.slice(start.offset, end.offset).replace(/[^\r\n]/g, ' ');
    result = result.slice(0, start.offset) + blank + result.slice(end.offset);
  }
  return result;
}
