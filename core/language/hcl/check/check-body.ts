import { checkExpression } from './check-expression.ts';
import type { Cursor } from './cursor.ts';
import { recover } from './recover.ts';
import type { Token } from './token.ts';

/** Nobody reads more; a file with more of them is no HCL at all. */
const mostProblems = 200;

/** Checks attributes and blocks up to the closing brace, or to the end of the text when there is no opening one. */
export function checkBody(cursor: Cursor, opening: Token | undefined): void {
  for (;;) {
    while (cursor.take('newline'));
    const token = cursor.peek();
    if (token.kind === 'end') {
      if (opening) unclosed(cursor, opening);
      return;
    }
    if (cursor.problems.length >= mostProblems) {
      giveUp(cursor);
      return;
    }
    if (token.kind === '}' && opening) {
      cursor.next();
      return;
    }
    const mark = cursor.mark();
    if (!checkItem(cursor)) recover(cursor, mark);
  }
}

function giveUp(cursor: Cursor): void {
  const { start } = cursor.peek();
  while (cursor.peek().kind !== 'end') cursor.next();
  cursor.lose({ start, end: cursor.peek().end });
}

/** What breaks off at the end of the text was reported there: one report is enough. */
function unclosed(cursor: Cursor, opening: Token): void {
  if (cursor.problems.length >= mostProblems) return;
  if (cursor.problems.some(({ end }) => end === cursor.peek().end)) return;
  cursor.report('The block that opens here is never closed: expected "}".', opening);
}

function checkItem(cursor: Cursor): boolean {
  const name = cursor.peek();
  if (name.kind === '}') return strayBrace(cursor);
  if (name.kind === 'comment')
    return cursor.report('The comment is not closed: expected "*/".', cursor.next());
  if (name.kind !== 'identifier') return cursor.expected('the name of an attribute or block');
  cursor.next();
  if (cursor.take('=')) return checkAttribute(cursor, name);
  while (cursor.peek().kind === 'identifier' || cursor.peek().kind === 'string') {
    const label = cursor.next();
    if (label.open)
      return cursor.report('The string is not closed: expected a quotation mark on this line.', label);
  }
  const opening = cursor.peek();
  if (opening.kind !== '{') return cursor.expected(`"=" or "{" after ${cursor.textOf(name)}`);
  cursor.next();
  checkBody(cursor, opening);
  return endsLine(cursor, 'the block');
}

/** The rest of something that was reported already needs no report of its own. */
function strayBrace(cursor: Cursor): boolean {
  const brace = cursor.next();
  cursor.lose(brace);
  return (
    cursor.problems.length > 0 || cursor.report('There is no open block that this "}" could close.', brace)
  );
}

function checkAttribute(cursor: Cursor, name: Token): boolean {
  const next = cursor.peek();
  if (next.kind === 'newline' || next.kind === 'end' || next.kind === '}') {
    return cursor.report(`Expected a value for ${cursor.textOf(name)}, found ${cursor.textOf(next)}.`, name);
  }
  return checkExpression(cursor) && endsLine(cursor, `the value of ${cursor.textOf(name)}`);
}

/** `}` may follow on the same line: blocks of one line are allowed. */
function endsLine(cursor: Cursor, what: string): boolean {
  const { kind } = cursor.peek();
  if (kind === 'newline' || kind === 'end' || kind === '}') return true;
  cursor.expected(`a new line after ${what}`);
  recover(cursor, cursor.mark());
  return true;
}
