/** What stands between `${` or `%{` and its brace in a template file; escaped ones are text. */
export function insertsIn(text: string): readonly string[] {
  const inserts: string[] = [];
  for (const { index } of text.matchAll(/(?<![$])\$\{|(?<!%)%\{/g)) {
    const start = index + 2;
    inserts.push(text.slice(start, endOf(text, start)));
  }
  return inserts;
}

/** Braces of objects and of strings inside count as well. */
function endOf(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
