import { stripVTControlCharacters } from 'node:util';

const codes: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '@': '&#64;',
  '#': '&#35;',
};

/** Text that stands in a sentence or a table as it is: nothing in it becomes markup, a mention or a link to an issue. */
export function plainText(text: string): string {
  return escaped(oneLine(text));
}

/** The same for sentences in which names stand between backticks: these become code, in which nothing is markup either. */
export function prose(text: string): string {
  const parts = oneLine(text).split('`');
  const isCode = (n: number) => n % 2 === 1;
  const isPaired = isCode(parts.length) && parts.every((part, n) => !isCode(n) || part.trim() !== '');
  if (!isPaired) return plainText(text);
  return parts.map((part, n) => (isCode(n) ? `\`${part}\`` : escaped(part))).join('');
}

function escaped(line: string): string {
  return line.replaceAll(/[<>&@#]/g, (sign) => codes[sign] ?? sign).replaceAll(/[\\`*_[\]|~]/g, '\\$&');
}

/** Lines that are shown as they are, in a fence that is longer than any fence inside. */
export function fenced(lines: readonly string[], language = ''): string {
  const text = lines.map(visible).join('\n');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** One line without colours and control characters. */
export function oneLine(text: string): string {
  return visible(text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')).trim();
}

/** Text direction marks go, too: they make a line read otherwise than it is. */
function visible(text: string): string {
  return stripVTControlCharacters(text).replaceAll(
    /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => (sign === '\n' || sign === '\t' ? sign : ''),
  );
}
