import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';

/** Goes on where the next attribute or block evidently starts; what lies between is lost. */
export function recover(cursor: Cursor, itemStart: number): void {
  const failed = cursor.mark();
  const inside = cursor.tokens(itemStart, failed);
  const braces = Math.max(0, count(inside, ['{']) - count(inside, ['}']));
  const brackets = count(inside, ['[', '(']) - count(inside, [']', ')']);
  const restart = braces > 0 ? undefined : restartOf(cursor, itemStart, failed);
  if (restart === undefined) skipRest(cursor, { braces, brackets });
  else cursor.goTo(restart);
  const [first] = cursor.tokens(itemStart, itemStart + 1);
  const last = cursor.tokens(itemStart, cursor.mark()).at(-1);
  if (first) cursor.lose({ start: first.start, end: Math.max(first.end, last?.end ?? first.end) });
}

function count(tokens: readonly Token[], kinds: readonly string[]): number {
  return tokens.filter(({ kind }) => kinds.includes(kind)).length;
}

/** An unclosed list swallows the lines behind it: the one that reads like an attribute or block is not part of it. */
function restartOf(cursor: Cursor, itemStart: number, failed: number): number | undefined {
  const before = cursor.tokens(itemStart, failed + 1);
  const newline = before.findLastIndex(({ kind }) => kind === 'newline');
  if (newline < 1) return undefined;
  const line = itemStart + newline + 1;
  return startsItem(cursor, line) ? line : undefined;
}

function startsItem(cursor: Cursor, mark: number): boolean {
  const [name, ...rest] = cursor.tokens(mark, mark + 5).map(({ kind }) => kind);
  const sign = rest.find((kind) => kind !== 'string' && kind !== 'identifier');
  return name === 'identifier' && (sign === '=' || sign === '{');
}

interface Open {
  readonly braces: number;
  readonly brackets: number;
}

/** To the end of the line, or of the brackets that are open there. */
function skipRest(cursor: Cursor, open: Open): void {
  let { braces, brackets } = open;
  for (;;) {
    const { kind } = cursor.peek();
    if (kind === 'end' || (kind === '}' && braces === 0)) return;
    if (kind === 'newline' && braces === 0 && (brackets <= 0 || startsItem(cursor, cursor.mark() + 1)))
      return;
    if (kind === '{') braces += 1;
    if (kind === '}') braces -= 1;
    if (kind === '[' || kind === '(') brackets += 1;
    if (kind === ']' || kind === ')') brackets -= 1;
    cursor.next();
  }
}
