import { StringDecoder } from 'node:string_decoder';
import type { LineSearch } from '../words/line-search.ts';

/** A line that may match some pattern. */
export interface FoundLine {
  readonly text: string;
  /** Its number in the whole log; the first line is 1. */
  readonly number: number;
  /** The numbers of the patterns. */
  readonly patterns: readonly number[];
}

const [newline, carriageReturn] = [10, 13];
/** Bytes that are looked at in one go; they stay in the processor's cache. */
const stretch = 1 << 18;
/** What does not end for this long is data, not a line: its beginning stands for it. */
const longestLine = 1 << 16;
/** How much of a line is read at most. */
const longestText = 1 << 14;

/** Hands on the lines of a log in which the search finds something; what it keeps does not depend on how long the log or a line is. */
export async function readLines(
  bytes: AsyncIterable<Buffer>,
  search: LineSearch,
  onLine: (line: FoundLine) => void,
): Promise<void> {
  const lines = createLineReader(search, onLine);
  let decoder: StringDecoder | undefined;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && isUtf16(chunk)) decoder = new StringDecoder('utf16le');
    isFirst = false;
    lines.take(decoder ? Buffer.from(decoder.write(chunk)) : chunk);
  }
  lines.end();
}

/** Windows PowerShell writes redirected output like this. */
function isUtf16(chunk: Buffer): boolean {
  return chunk[0] === 0xff && chunk[1] === 0xfe;
}

/** Bytes that have come and have not been read, and how far it has come. */
interface Reading {
  readonly bytes: Buffer;
  length: number;
  number: number;
  isSkipping: boolean;
}

function createLineReader(search: LineSearch, onLine: (line: FoundLine) => void) {
  // It begins with the end of the line before, so that a word may ask for it.
  const bytes = Buffer.from(new ArrayBuffer(1 + longestLine + stretch));
  bytes[0] = newline;
  const reading: Reading = { bytes, length: 1, number: 1, isSkipping: false };

  /** Reads whole lines, and moves what comes after them to the beginning. */
  function readUpTo(end: number): void {
    if (end <= 1) return;
    let counted = 1;
    search.find(bytes, end, (start, stop, patterns) => {
      reading.number += newlinesIn(bytes, counted, start);
      counted = start;
      onLine({ text: textOf(bytes, start, stop), number: reading.number, patterns });
    });
    reading.number += newlinesIn(bytes, counted, end);
    dropUpTo(reading, end);
  }

  return {
    take(chunk: Buffer): void {
      for (let from = 0; from < chunk.length; from += stretch) {
        if (!append(reading, chunk.subarray(from, from + stretch))) continue;
        readUpTo(bytes.lastIndexOf(newline, reading.length - 1) + 1);
        if (reading.length > longestLine) shorten(reading);
      }
    },
    end(): void {
      bytes[reading.length] = newline;
      reading.length += 1;
      readUpTo(reading.length);
    },
  };
}

/** Whether anything of it counts: the rest of a line that is too long does not. */
function append(reading: Reading, chunk: Buffer): boolean {
  const from = reading.isSkipping ? chunk.indexOf(newline) : 0;
  if (from === -1) return false;
  reading.isSkipping = false;
  reading.length += chunk.copy(reading.bytes, reading.length, from);
  return true;
}

function dropUpTo(reading: Reading, end: number): void {
  reading.bytes.copyWithin(1, end, reading.length);
  reading.length += 1 - end;
}

/** Of a line that is too long what a terminal would show of it, or its beginning. */
function shorten(reading: Reading): void {
  const shown = reading.bytes.lastIndexOf(carriageReturn, reading.length - 1) + 1;
  if (shown > reading.length - longestText) {
    dropUpTo(reading, shown);
    return;
  }
  reading.length = longestText;
  reading.isSkipping = true;
}

function newlinesIn(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(newline, from); at !== -1 && at < to; at = bytes.indexOf(newline, at + 1)) {
    count += 1;
  }
  return count;
}

function textOf(bytes: Buffer, start: number, end: number): string {
  if (end - start <= longestText) return bytes.toString('utf8', start, end);
  const shown = bytes.lastIndexOf(carriageReturn, end - 2) + 1;
  const from = Math.max(start, shown);
  return bytes.toString('utf8', from, Math.min(end, from + longestText));
}
