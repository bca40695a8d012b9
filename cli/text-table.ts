import Table from 'cli-table3';
import { displayWidth } from './display-width.ts';

const frameless = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((name) => [name, name === 'middle' ? '  ' : '']),
);
const style = { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true };

/** Columns without a frame that keep to a width: the widest ones give way and wrap. */
export function textTable(rows: readonly (readonly string[])[], width: number): string {
  if (rows.length === 0) return '';
  const colWidths = fittingWidths(naturalWidths(rows), width);
  const table = new Table({
    chars: frameless,
    style,
    colWidths: [...colWidths],
    wordWrap: true,
  });
  for (const row of rows) {
    table.push(
      row.map((content, column) => ({ content, wrapOnWordBoundary: hasRoom(content, colWidths[column]) })),
    );
  }
  return trimmed(table.toString());
}

/** How wide the columns are when nothing has to wrap. */
export function naturalWidth(rows: readonly (readonly string[])[]): number {
  const widths = naturalWidths(rows);
  return widths.reduce((a, b) => a + b, 2 * (widths.length - 1));
}

/** A word that is longer than its column has to be broken; others stay whole. */
function hasRoom(content: string, width = 0): boolean {
  return content.split(/\s/).every((word) => displayWidth(word) <= width);
}

/** One line cut at a width, with an ellipsis where something is missing. */
export function cutLine(line: string, width: number): string {
  if (displayWidth(line) <= width) return line;
  const table = new Table({ chars: frameless, style, colWidths: [width] });
  table.push([line]);
  return trimmed(table.toString());
}

function naturalWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...rows.map((row) => Math.max(...(row[column] ?? '').split('\n').map(displayWidth)))),
  );
}

function fittingWidths(natural: readonly number[], width: number): readonly number[] {
  const room = Math.max(natural.length * 4, width - 2 * (natural.length - 1));
  const widths = [...natural];
  for (let excess = widths.reduce((a, b) => a + b, 0) - room; excess > 0; excess -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

function trimmed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
