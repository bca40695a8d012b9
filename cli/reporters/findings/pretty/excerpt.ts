import type { SourceRange } from '../../../../core/schema/index.ts';
import { displayWidth } from '../../../display-width.ts';
import type { Style } from '../../../style.ts';
import { printable } from './printable.ts';

/** How much of a long line stands before its marked part, and how much is shown in all. */
const before = 40;
const longest = 120;

/** The line that a finding is about, with a caret below what is meant; empty for a place that is not in the text. */
export function excerpt(line: string, range: SourceRange, style: Style): readonly string[] {
  const { start, end } = range;
  const from = Math.min(start.column - 1, line.length);
  const to = end.line === start.line ? Math.max(end.column - 1, from + 1) : line.trimEnd().length;
  const cut = line.length > longest ? Math.max(0, from - before) : 0;
  const head = (cut > 0 ? '…' : '') + printable(line.slice(cut, from));
  const marked = printable(line.slice(from, Math.min(to, cut + longest)));
  const tail = printable(line.slice(to, cut + longest)) + (cut + longest < line.length ? '…' : '');
  const number = String(start.line);
  const gutter = style.dim('|');
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [
    `${style.dim(number)} ${gutter} ${(head + marked + tail).trimEnd()}`,
    `${' '.repeat(number.length)} ${gutter} ${' '.repeat(displayWidth(head))}${style.red(carets)}`,
  ];
}
