import { scan } from './check/scan.ts';

/**
 * The text as the grammar can take it, of the same length: it stumbles over `1e3` and over `$${` behind other signs. Values
 * are read from the text itself, so that nothing is lost.
 */
export function masked(text: string): string {
  if (!/\d[eE]|([$%])\1\{/.test(text)) return text;
  let [result, at] = ['', 0];
  for (const { kind, start, end } of scan(text)) {
    const mask = masks[kind];
    if (!mask) continue;
    result += text.slice(at, start) + mask(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

const masks: Readonly<Record<string, (token: string) => string>> = {
  number: withoutExponents,
  string: (token) => withoutExponents(withoutEscapes(token)),
  heredoc: (token) => withoutExponents(withoutEscapes(token)),
};

function withoutEscapes(token: string): string {
  return token.replace(/([$%])\1\{/g, '___');
}

/** In the text of a string this changes nothing that is read from the tree. */
function withoutExponents(token: string): string {
  return token.replace(/\d+(?:\.\d+)?[eE][+-]?\d+/g, (number) => '1'.repeat(number.length));
}
