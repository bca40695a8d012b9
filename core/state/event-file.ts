import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { HybridError, reasonOf } from '../errors/index.ts';
import { readLines } from '../log/index.ts';
import { RunEvent } from '../schema/index.ts';

/** `logs/<run>/events.ndjson`, growing line by line. */
export interface EventFile {
  /** On its way to the disk when it returns, so that a killed run loses nothing; never throws. */
  append(event: RunEvent): void;
  /** Rejects when an event could not be written. */
  close(): Promise<void>;
}

/** Opens an event file for events that the run's stream has masked. */
export function createEventFile(path: string): EventFile {
  let failure: unknown;
  const attempt = <T>(work: () => T): T | undefined => {
    if (failure !== undefined) return undefined;
    try {
      return work();
    } catch (cause) {
      failure = cause;
      return undefined;
    }
  };
  let file = attempt(() => openForAppending(path));
  return {
    append(event) {
      const { type, run, at, v, seq, ...body } = event;
      const line = `${JSON.stringify({ v, run, seq, at, type, ...body })}\n`;
      if (file !== undefined) attempt(() => writeWhole(file, line));
    },
    async close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
      if (failure === undefined) return;
      throw new HybridError('PH_WORKSPACE_READONLY', { path, reason: reasonOf(failure) }, { cause: failure });
    },
  };
}

/** Events of a file in their order; a torn line, and one of a kind we do not know, is left out. */
export async function* readEvents(path: string): AsyncGenerator<RunEvent> {
  for await (const line of readLines(path)) {
    const event = parseEvent(line);
    if (event !== undefined) yield event;
  }
}

function parseEvent(line: string): RunEvent | undefined {
  try {
    return RunEvent.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function openForAppending(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+');
  if (!endsWithNewline(file)) writeWhole(file, '\n');
  return file;
}

/** False for a file whose last line was torn by a crash. */
function endsWithNewline(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}

function writeWhole(file: number | undefined, text: string): void {
  if (file === undefined) return;
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}
