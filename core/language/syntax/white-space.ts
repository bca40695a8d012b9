/** What Go counts as white space; JavaScript's own list differs in two characters. */
const space = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const leading = new RegExp(`^${space}+`);
const single = new RegExp(`^${space}$`);

export function trimSpaceStart(text: string): string {
  return text.replace(leading, '');
}

/** A regular expression that is anchored at the end would take quadratic time on long runs of spaces. */
export function trimSpaceEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

export function trimSpace(text: string): string {
  return trimSpaceEnd(trimSpaceStart(text));
}

export function isSpace(character: string): boolean {
  return single.test(character);
}
