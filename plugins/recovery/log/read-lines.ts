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

/** Who takes the lines of a log. */
export interface LineReader {
  /** A line in which the search finds something. */
  found(line: FoundLine): void;
  /** At the end each of the last lines, as many as a stretch holds at least. */
  last(line: Omit<FoundLine, 'patterns'>): void;
}

/** Hands on lines of a log; what it keeps does not depend on how long the log or a line is. */
export async function readLines(
  bytes: AsyncIterable<Buffer>,
  search: LineSearch,
  reader: LineReader,
): Promise<void> {
  const lines = createStretches(search, reader);
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

/** Bytes from the log; before the first of them stands the end of a line, so that a word may ask for it. */
interface Stretch {
  readonly bytes: Buffer;
  length: number;
  /** Up to where its lines have been read. */
  end: number;
  /** The number of its first line. */
  number: number;
}

function newStretch(): Stretch {
  const bytes = Buffer.from(new ArrayBuffer(4 + longestLine + stretch));
  bytes[0] = newline;
  return { bytes, length: 1, end: 1, number: 1 };
}

/** Fills two stretches in turn, so that the one before is there when the log ends. */
function createStretches(search: LineSearch, reader: LineReader) {
  let [before, now] = [newStretch(), newStretch()];
  let isSkipping = false;

  /** Reads whole lines and begins the other stretch with what comes after them. */
  function readOn(): void {
    now.end = now.bytes.lastIndexOf(newline, now.length - 1) + 1;
    if (now.end > 1) {
      const number = readStretch(now, search, reader);
      const length = 1 + now.bytes.copy(before.bytes, 1, now.end, now.length);
      [before, now] = [now, Object.assign(before, { length, end: 1, number })];
    }
    isSkipping = now.length > longestLine && shorten(now);
  }

  function append(chunk: Buffer): void {
    // The rest of a line that is too long does not count.
    const from = isSkipping ? chunk.indexOf(newline) : 0;
    if (from === -1) return;
    isSkipping = false;
    now.length += chunk.copy(now.bytes, now.length, from);
    if (now.length > stretch) readOn();
  }

  return {
    take(chunk: Buffer): void {
      for (let from = 0; from < chunk.length; from += longestLine) {
        append(chunk.subarray(from, from + longestLine));
      }
    },
    end(): void {
      if (now.bytes[now.length - 1] !== newline) {
        now.bytes[now.length] = newline;
        now.length += 1;
      }
      now.end = now.length;
      readStretch(now, search, reader);
      for (const one of [before, now]) handOnAll(one, reader);
    },
  };
}

/** Answers with the number of the line that comes after it. */
function readStretch({ bytes, end, number: first }: Stretch, search: LineSearch, reader: LineReader): number {
  let number = first;
  let counted = 1;
  search.find(bytes, end, (start, stop, patterns) => {
    number += newlinesIn(bytes, counted, start);
    counted = start;
    reader.found({ text: textOf(bytes, start, stop), number, patterns });
  });
  return number + newlinesIn(bytes, counted, end);
}

function handOnAll({ bytes, end, number: first }: Stretch, reader: LineReader): void {
  let number = first;
  for (let start = 1; start < end; number += 1) {
    const stop = bytes.indexOf(newline, start);
    reader.last({ text: textOf(bytes, start, stop), number });
    start = stop + 1;
  }
}

/** Of a line that is too long what a terminal would show of it, or its beginning: then the rest has to be skipped. */
function shorten(now: Stretch): boolean {
  const shown = now.bytes.lastIndexOf(carriageReturn, now.length - 1) + 1;
  const isProgress = shown > now.length - longestText;
  if (isProgress) now.bytes.copyWithin(1, shown, now.length);
  now.length = isProgress ? now.length + 1 - shown : longestText;
  return !isProgress;
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
