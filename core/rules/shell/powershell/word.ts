import type { RawCommand, RawWord } from '../raw-command.ts';
import { canNest, find, type Reader, sees, skipBalanced, skipPlaceholder } from '../reader.ts';
import { readList } from './list.ts';

interface WordParts {
  value: string;
  readonly inner: RawCommand[];
}

const ends = new Set([' ', '\t', '\r', '\n', ';', '|', '{', '}', ')', '>', '<']);

/** Reads one word; parentheses and hash tables belong to the word in which they stand. */
export function readWord(reader: Reader): RawWord | undefined {
  const start = reader.at;
  const parts: WordParts = { value: '', inner: [] };
  while (reader.at < reader.text.length) {
    const from = reader.at;
    if (readWhole(reader, parts)) parts.value += reader.text.slice(from, reader.at);
    else if (!readQuoted(reader, parts) && !readPlain(reader, parts)) break;
  }
  if (reader.at === start) return undefined;
  return { raw: reader.text.slice(start, reader.at), ...parts, start, end: reader.at };
}

/** What keeps its written form: `{{ … }}`, `@{ … }`, `( … )`. */
function readWhole(reader: Reader, parts: WordParts): boolean {
  if (skipPlaceholder(reader)) return true;
  if (sees(reader, '@{') || sees(reader, '${')) return skipAhead(reader, '{', '}');
  const opening = ['$(', '@(', '('].find((text) => sees(reader, text));
  if (!opening || !canNest(reader)) return false;
  reader.at += opening.length;
  reader.depth++;
  for (const command of readList(reader, ')')) parts.inner.push(command);
  reader.depth--;
  return true;
}

function skipAhead(reader: Reader, open: string, close: string): boolean {
  reader.at++;
  if (skipBalanced(reader, open, close)) return true;
  reader.at--;
  return false;
}

function readQuoted(reader: Reader, parts: WordParts): boolean {
  for (const quote of ["'", '"'] as const) {
    if (sees(reader, `@${quote}\n`) || sees(reader, `@${quote}\r\n`)) return readHere(reader, parts, quote);
    if (sees(reader, quote)) return readString(reader, parts, quote);
  }
  return false;
}

function readHere(reader: Reader, parts: WordParts, quote: string): boolean {
  const end = find(reader, `\n${quote}@`, reader.at);
  if (end === -1) return false;
  const start = reader.text.indexOf('\n', reader.at) + 1;
  parts.value += reader.text.slice(start, Math.max(start, end));
  reader.at = end + 3;
  return true;
}

/** Doubled quotes stand for one; in double quotes a backtick takes the meaning from what follows. */
function readString(reader: Reader, parts: WordParts, quote: "'" | '"'): boolean {
  const key = `string ${quote}`;
  if (reader.missing.has(key)) return false;
  let value = '';
  for (let at = reader.at + 1; at < reader.text.length; at++) {
    const sign = reader.text[at] ?? '';
    if (sign === quote && reader.text[at + 1] === quote) {
      at++;
      value += quote;
    } else if (sign === quote) {
      parts.value += value;
      reader.at = at + 1;
      return true;
    } else value += sign === '`' && quote === '"' ? (reader.text[++at] ?? '') : sign;
  }
  reader.missing.set(key, reader.at);
  return false;
}

function readPlain(reader: Reader, parts: WordParts): boolean {
  const sign = reader.text[reader.at] ?? '';
  if (ends.has(sign)) return false;
  const escapes = sign === '`' && reader.at + 1 < reader.text.length;
  if (escapes && reader.text[reader.at + 1] === '\n') return false;
  parts.value += escapes ? reader.text[reader.at + 1] : sign;
  reader.at += escapes ? 2 : 1;
  return true;
}
