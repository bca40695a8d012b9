import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { JournalLine } from './journal-line.ts';

/** Opens a journal for appending; a line that a killed writer tore is ended first, so that ours stands alone. */
export function openForAppending(path: string, flags: 'a+' | 'ax+' = 'a+'): number {
  const file = openSync(path, flags);
  if (!endsWithNewline(file)) writeSync(file, '\n');
  return file;
}

/** Writes one line in one piece; with `durable` it is on the disk when this returns, even if the power fails next. */
export function appendLine(file: number, line: JournalLine, durable: boolean): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
  if (durable) fdatasyncSync(file);
}

/** Adds lines to a journal of another run. */
export function appendTo(path: string, lines: readonly JournalLine[]): void {
  const file = openForAppending(path);
  try {
    for (const line of lines) appendLine(file, line, true);
  } finally {
    closeSync(file);
  }
}

function endsWithNewline(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}
