import { canNest, find, type Reader, readerOf, sees, skipBalanced } from '../reader.ts';
import { readList } from './list.ts';
import type { WordParts } from './word.ts';

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reads `$(…)`, `$((…))`, `${…}` and `$'…'`; a plain `$NAME` is left to the word. */
export function readDollar(reader: Reader, parts: WordParts): boolean {
  const start = reader.at;
  if (reader.text[start] !== '$') return false;
  if (sees(reader, '$((')) return keep(reader, parts, skipPair(reader, '(', ')'));
  if (sees(reader, '$(')) return readCommands(reader, parts, 2);
  if (sees(reader, '${')) return keep(reader, parts, skipPair(reader, '{', '}'));
  if (!sees(reader, "$'")) return false;
  for (let at = start + 2; at < reader.text.length; at++) {
    if (reader.text[at] === '\\') at++;
    else if (reader.text[at] === "'") {
      reader.at = at + 1;
      return true;
    }
  }
  return false;
}

/** Reads `` `…` ``: what stands inside is read by itself, because its end cannot be told from the inside. */
export function readBacktick(reader: Reader, parts: WordParts): boolean {
  if (!sees(reader, '`')) return false;
  const start = reader.at;
  const end = find(reader, '`', start + 1);
  if (end === -1) return false;
  if (canNest(reader)) {
    const inside = readerOf(reader.text.slice(0, end));
    inside.at = start + 1;
    inside.depth = reader.depth + 1;
    for (const command of readList(inside, undefined)) parts.inner.push(command);
  }
  reader.at = end + 1;
  parts.kept.push({ start, end: reader.at });
  return true;
}

/** Reads `<(…)` and `>(…)`. */
export function readProcess(reader: Reader, parts: WordParts): boolean {
  return (sees(reader, '<(') || sees(reader, '>(')) && readCommands(reader, parts, 2);
}

function readCommands(reader: Reader, parts: WordParts, opening: number): boolean {
  if (!canNest(reader)) return false;
  const start = reader.at;
  reader.at += opening;
  reader.depth++;
  for (const command of readList(reader, ')')) parts.inner.push(command);
  reader.depth--;
  return keep(reader, parts, start);
}

/** Where the expansion starts, once it is passed. */
function skipPair(reader: Reader, open: string, close: string): number | undefined {
  const start = reader.at;
  reader.at++;
  if (skipBalanced(reader, open, close)) return start;
  reader.at = start;
  return undefined;
}

function keep(reader: Reader, parts: WordParts, start: number | undefined): boolean {
  if (start === undefined) return false;
  parts.kept.push({ start, end: reader.at });
  return true;
}
