import { checkExpression, closes } from './check-expression.ts';
import type { Cursor } from './cursor.ts';

/** A list, or a `for` that makes one. */
export function checkBrackets(cursor: Cursor): boolean {
  const opening = cursor.next();
  return cursor.ignoringNewlines(() => {
    if (isFor(cursor)) return checkFor(cursor) && closes(cursor, ']');
    while (cursor.peek().kind !== ']') {
      if (!checkExpression(cursor)) return false;
      if (!cursor.take(',')) break;
    }
    return (
      cursor.take(']') ||
      cursor.expected(`"," or "]" in the list that starts on line ${cursor.line(opening)}`)
    );
  });
}

/** An object, or a `for` that makes one. In an object a line end separates the entries. */
export function checkBraces(cursor: Cursor): boolean {
  const opening = cursor.next();
  if (cursor.ignoringNewlines(() => isFor(cursor))) {
    return cursor.ignoringNewlines(() => checkFor(cursor) && closes(cursor, '}'));
  }
  return cursor.countingNewlines(() => {
    for (;;) {
      while (cursor.take('newline'));
      if (cursor.take('}')) return true;
      if (!checkEntry(cursor)) return false;
      if (cursor.take(',') || ['newline', '}'].includes(cursor.peek().kind)) continue;
      return cursor.expected(`"," or "}" in the object that starts on line ${cursor.line(opening)}`);
    }
  });
}

function checkEntry(cursor: Cursor): boolean {
  if (cursor.peek().kind === 'end') return cursor.expected('"}"');
  if (!checkExpression(cursor)) return false;
  if (!cursor.take('=') && !cursor.take(':')) return cursor.expected('"=" and a value in the object');
  return checkExpression(cursor);
}

/** Not a key that happens to be called `for`. */
function isFor(cursor: Cursor): boolean {
  const token = cursor.peek();
  return token.kind === 'identifier' && cursor.textOf(token) === '"for"';
}

function checkFor(cursor: Cursor): boolean {
  cursor.next();
  if (!cursor.take('identifier')) return cursor.expected('a name after "for"');
  if (cursor.take(',') && !cursor.take('identifier')) return cursor.expected('a second name after ","');
  if (cursor.textOf(cursor.peek()) !== '"in"') return cursor.expected('"in"');
  cursor.next();
  if (!checkExpression(cursor)) return false;
  if (!cursor.take(':')) return cursor.expected('":" and a result');
  if (!checkExpression(cursor)) return false;
  if (cursor.take('=>') && !checkExpression(cursor)) return false;
  cursor.take('...');
  if (cursor.textOf(cursor.peek()) !== '"if"') return true;
  cursor.next();
  return checkExpression(cursor);
}
