import { checkBraces, checkBrackets } from './check-collection.ts';
import { checkInserts } from './check-inserts.ts';
import type { Cursor } from './cursor.ts';

const operators = new Set(['==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%', '&&', '||']);

/** Checks one expression; false when something in it was reported. */
export function checkExpression(cursor: Cursor): boolean {
  if (!checkOperation(cursor)) return false;
  if (!cursor.take('?')) return true;
  if (!checkExpression(cursor)) return false;
  if (!cursor.take(':')) return cursor.expected('":" and the value for the other case');
  return checkExpression(cursor);
}

function checkOperation(cursor: Cursor): boolean {
  for (;;) {
    while (cursor.take('!') || cursor.take('-'));
    if (!checkTerm(cursor) || !checkAccess(cursor)) return false;
    if (!operators.has(cursor.peek().kind)) return true;
    cursor.next();
  }
}

function checkTerm(cursor: Cursor): boolean {
  const token = cursor.peek();
  switch (token.kind) {
    case 'string':
    case 'heredoc':
      cursor.next();
      return token.open
        ? cursor.report(openText(cursor.textOf(token), token.kind), token)
        : checkInserts(cursor, token);
    case 'number':
      cursor.next();
      return true;
    case 'identifier':
      cursor.next();
      return cursor.peek().kind === '(' ? checkCall(cursor) : true;
    case '(':
      cursor.next();
      return cursor.ignoringNewlines(() => checkExpression(cursor) && closes(cursor, ')'));
    case '[':
      return checkBrackets(cursor);
    case '{':
      return checkBraces(cursor);
    default:
      return cursor.expected(
        cursor.textOf(token) === `"'"` ? 'a value (strings stand in double quotation marks)' : 'a value',
      );
  }
}

function openText(start: string, kind: string): string {
  if (kind === 'string') return 'The string is not closed: expected a quotation mark on this line.';
  const word = start.replace(/^"<<-?|"$/g, '');
  return `The heredoc is not closed: expected a line with ${word} alone.`;
}

function checkCall(cursor: Cursor): boolean {
  cursor.next();
  return cursor.ignoringNewlines(() => {
    while (cursor.peek().kind !== ')') {
      if (!checkExpression(cursor)) return false;
      if (cursor.take('...')) break;
      if (!cursor.take(',')) break;
    }
    return closes(cursor, ')', '"," or ")"');
  });
}

/** `.name`, `.0`, `.*`, `[key]` and `[*]` */
function checkAccess(cursor: Cursor): boolean {
  for (;;) {
    if (cursor.take('.')) {
      if (!cursor.take('identifier') && !cursor.take('number') && !cursor.take('*'))
        return cursor.expected('a name after "."');
    } else if (cursor.take('[')) {
      const inner = () => (cursor.take('*') || checkExpression(cursor)) && closes(cursor, ']');
      if (!cursor.ignoringNewlines(inner)) return false;
    } else return true;
  }
}

/** Takes the closing bracket, or says what else could stand there. */
export function closes(cursor: Cursor, bracket: string, what = `"${bracket}"`): boolean {
  return cursor.take(bracket) || cursor.expected(what);
}
