import type { RawCommand, RawWord } from '../raw-command.ts';
import { find, type Reader, skipPlaceholder } from '../reader.ts';
import { readBacktick, readDollar, readProcess, type Span } from './expansion.ts';
import { unquote } from './unquote.ts';

/** What a word holds that is not plain text. */
export interface WordParts {
  /** Expansions that keep their written form, in order. */
  readonly kept: Span[];
  readonly inner: RawCommand[];
}

const ends = new Set([' ', '\t', '\r', '\n', ';', '&', '|', '<', '>', '(', ')']);

/** Reads one word; undefined where none starts. */
export function readWord(reader: Reader): RawWord | undefined {
  const start = reader.at;
  const parts: WordParts = { kept: [], inner: [] };
  while (reader.at < reader.text.length && readPart(reader, parts, start));
  if (reader.at === start) return undefined;
  const raw = reader.text.slice(start, reader.at);
  return { raw, value: unquote(raw, start, parts.kept), start, end: reader.at, inner: parts.inner };
}

function readPart(reader: Reader, parts: WordParts, start: number): boolean {
  const sign = reader.text[reader.at] ?? '';
  if (ends.has(sign)) return readOpening(reader, parts, start);
  if (sign === '\\') reader.at = Math.min(reader.at + 2, reader.text.length);
  else if (sign === "'") readSingle(reader);
  else if (sign === '"') readDouble(reader, parts);
  else if (!readExpansion(reader, parts)) reader.at++;
  return true;
}

/** `<(…)` starts a word, and `(` belongs to one in `names=(a b)`. */
function readOpening(reader: Reader, parts: WordParts, start: number): boolean {
  if (reader.at === start) return readProcess(reader, parts);
  if (reader.text[reader.at] !== '(' || reader.text[reader.at - 1] !== '=') return false;
  const end = find(reader, ')', reader.at);
  if (end === -1) return false;
  parts.kept.push({ start: reader.at, end: end + 1 });
  reader.at = end + 1;
  return true;
}

function readSingle(reader: Reader): void {
  const end = find(reader, "'", reader.at + 1);
  reader.at = end === -1 ? reader.at + 1 : end + 1;
}

/** A quote that never closes is read as a plain sign: the rest of the script is still understood. */
function readDouble(reader: Reader, parts: WordParts): void {
  const start = reader.at;
  const before = { kept: parts.kept.length, inner: parts.inner.length };
  reader.at++;
  while (!reader.missing.has('quote') && reader.at < reader.text.length) {
    const sign = reader.text[reader.at];
    if (sign === '"') {
      reader.at++;
      return;
    }
    if (sign === '\\') reader.at += 2;
    else if (!readExpansion(reader, parts)) reader.at++;
  }
  reader.missing.set('quote', start);
  reader.at = start + 1;
  parts.kept.length = before.kept;
  parts.inner.length = before.inner;
}

function readExpansion(reader: Reader, parts: WordParts): boolean {
  const start = reader.at;
  if (skipPlaceholder(reader)) {
    parts.kept.push({ start, end: reader.at });
    return true;
  }
  return readDollar(reader, parts) || readBacktick(reader, parts);
}
