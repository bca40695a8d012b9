/** Where a quoted string ends, and whether it does: outside of `${ … }` it must end on its line. */
export function scanString(text: string, start: number): { end: number; open: boolean } {
  const end = closingQuote(text, start + 1);
  if (end !== undefined) return { end, open: false };
  const line = text.indexOf('\n', start);
  const stop = line === -1 ? text.length : line;
  return { end: text[stop - 1] === '\r' ? stop - 1 : stop, open: true };
}

/** The offset behind the quotation mark that closes the string. */
function closingQuote(text: string, from: number): number | undefined {
  let at = from;
  while (at < text.length) {
    const next = text[at];
    if (next === '\n' || text.startsWith('\\\n', at)) return undefined;
    if (next === '"') return at + 1;
    if (next === '\\') at += 2;
    else if (next !== '$' && next !== '%') at += 1;
    else if (text.startsWith(`${next}{`, at + 1)) at += 3;
    else if (text[at + 1] === '{') {
      const inner = closingBrace(text, at + 2);
      if (inner === undefined) return undefined;
      at = inner;
    } else at += 1;
  }
  return undefined;
}

/** The offset behind the brace that ends an interpolation; strings inside it may hold braces of their own. */
export function closingBrace(text: string, from: number): number | undefined {
  let depth = 1;
  let at = from;
  while (at < text.length) {
    const next = text[at];
    if (next === '"') {
      const inner = closingQuote(text, at + 1);
      if (inner === undefined) return undefined;
      at = inner;
      continue;
    }
    if (next === '{') depth += 1;
    if (next === '}') depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return undefined;
}
