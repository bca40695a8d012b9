import { scanHeredoc } from './scan-heredoc.ts';
import { scanString } from './scan-string.ts';
import type { Token } from './token.ts';

const words: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['space', /[ \t\r\f\v\u00a0\ufeff]+/y],
  ['comment', /(?:#|\/\/)(?:[^\r\n]|\r(?!\n))*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['newline', /\n/y],
  ['identifier', /[\p{ID_Start}_](?:[\p{ID_Continue}-]|::)*/uy],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
];
const operator = /\.\.\.|==|!=|<=|>=|&&|\|\||=>|[{}[\](),.:?=+\-*/%!<>]/y;

/** The words of a piece of HCL; white space and comments are left out, line ends are not. */
export function scan(text: string): readonly Token[] {
  const tokens = allTokens(text, ({ kind, open }) => kind !== 'comment' || open === true);
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;
}

/** The comments of a text; what looks like one inside a string is none. */
export function scanComments(text: string): readonly Token[] {
  return allTokens(text, ({ kind }) => kind === 'comment');
}

function allTokens(text: string, wanted: (token: Token) => boolean): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token.kind !== 'space' && wanted(token)) tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  if (text[start] === '"') return { kind: 'string', start, ...scanString(text, start) };
  const heredoc = text.startsWith('<<', start) ? scanHeredoc(text, start) : undefined;
  if (heredoc) return { kind: 'heredoc', start, ...heredoc };
  for (const [kind, pattern] of words) {
    const end = matchEnd(pattern, text, start);
    if (end !== undefined)
      return { kind, start, end, open: kind === 'comment' && isOpen(text.slice(start, end)) };
  }
  const end = matchEnd(operator, text, start);
  if (end !== undefined) return { kind: text.slice(start, end), start, end };
  const [odd = ' '] = text.slice(start, start + 2);
  return { kind: 'invalid', start, end: start + odd.length };
}

function isOpen(comment: string): boolean {
  return comment.startsWith('/*') && (comment.length < 4 || !comment.endsWith('*/'));
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
