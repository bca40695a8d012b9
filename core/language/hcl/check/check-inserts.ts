import { checkExpression } from './check-expression.ts';
import { type Cursor, createCursor } from './cursor.ts';
import { closingBrace } from './scan-string.ts';
import type { Token } from './token.ts';

/** Checks what stands between `${` and `}` in a string or heredoc. */
export function checkInserts(cursor: Cursor, token: Token): boolean {
  const text = cursor.slice(token);
  let ok = true;
  for (let at = nextInsert(text, 0); at !== -1; at = nextInsert(text, at)) {
    const end = closingBrace(text, at + 2);
    if (end === undefined) {
      const place = { kind: 'insert', start: token.start + at, end: token.start + at + 2 };
      return cursor.report('The interpolation is not closed: expected "}".', place);
    }
    ok = checkInsert(cursor, text.slice(at + 2, end - 1), token.start + at + 2) && ok;
    at = end;
  }
  return ok;
}

/** `$${` is text, not an interpolation. */
function nextInsert(text: string, from: number): number {
  for (let at = text.indexOf('${', from); at !== -1; at = text.indexOf('${', at + 2)) {
    if (text[at - 1] !== '$' || at - 1 < from) return at;
  }
  return -1;
}

function checkInsert(cursor: Cursor, text: string, offset: number): boolean {
  const lead = text.startsWith('~') ? 1 : 0;
  const inner = createCursor(text.slice(lead, text.endsWith('~') ? -1 : undefined), 1);
  const whole = () => checkExpression(inner) && (inner.peek().kind === 'end' || inner.expected('"}"'));
  if (inner.ignoringNewlines(whole)) return true;
  for (const { message, start, end } of inner.problems) {
    const place = { kind: 'insert', start: offset + lead + start, end: offset + lead + end };
    cursor.report(message.replace('the end of the block or file', '"}"'), place);
  }
  return false;
}
