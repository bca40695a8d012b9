import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import type { HybridError } from '../errors/index.ts';
import { type Place, placeOf, unreadable } from './unreadable.ts';

interface Fault {
  readonly file: string;
  readonly reason: string;
  readonly place?: Place | undefined;
}

/** How jiti reports what its parser does not understand; its columns count from 0. */
const parseError = /^(?:ParseError: )?(.*?)\s*\n\s*(.+):(\d+):(\d+)$/s;

function fromParser(message: string): Fault | undefined {
  const [, reason, file, line, column] = parseError.exec(message) ?? [];
  if (reason === undefined || file === undefined) return undefined;
  return { file, reason: reason.trim(), place: { line: Number(line), column: Number(column) + 1 } };
}

/** Node keeps the place of a syntax error to itself, so the file is parsed once more. */
function parseAgain(file: string, text: string): Fault | undefined {
  const code = createJiti(file, { fsCache: false }).transform({
    source: text,
    filename: file,
    ts: true,
    async: true,
  });
  const json = /^exports\.__JITI_ERROR__ = (.*)$/s.exec(code)?.[1];
  if (json === undefined) return undefined;
  const { message, line, column } = JSON.parse(json) as { message: string; line: number; column: number };
  return { file, reason: message.trim(), place: { line, column: column + 1 } };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The innermost place of a stack that lies in the file itself. */
function placeInStack(stack: string, file: string, text: string): Place | undefined {
  const [, line, column] = new RegExp(`${escaped(file)}(?:\\?[^:\\s]*)?:(\\d+):(\\d+)`).exec(stack) ?? [];
  if (line === undefined || Number(line) > text.split('\n').length) return undefined;
  // The import statements are rewritten into one long line: its columns mean nothing.
  const width = text.split('\n')[Number(line) - 1]?.length ?? 0;
  return Number(column) > width + 1 ? undefined : { line: Number(line), column: Number(column) };
}

/** The import that names a module which cannot be found. */
function placeOfImport(message: string, text: string): Place | undefined {
  const [, name] = /Cannot find (?:module|package) '([^']+)'/.exec(message) ?? [];
  const short = name?.split('/').at(-1);
  const position = [name, short].map((word) =>
    word ? text.search(new RegExp(`['"][^'"]*${escaped(word)}['"]`)) : -1,
  );
  const found = position.find((at) => at >= 0);
  return found === undefined ? undefined : placeOf(text, found);
}

function faultOf(error: unknown, file: string, text: string): Fault {
  if (!(error instanceof Error)) return { file, reason: `it threw ${String(error)}.` };
  const fault = fromParser(error.message) ?? parseAgain(file, text);
  if (fault) return fault;
  const [reason = ''] = error.message.split('\nRequire stack:');
  return { file, reason, place: placeInStack(error.stack ?? '', file, text) ?? placeOfImport(reason, text) };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file.startsWith('file:') ? fileURLToPath(file) : file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Says why a configuration module could not be evaluated, and shows the place; that may be in a file it imports. */
export function moduleFailure(error: unknown, file: string, text: string): HybridError {
  const fault = faultOf(error, file, text);
  const inOther = fault.file !== file;
  const reason = inOther ? `${fault.file}: ${fault.reason}` : fault.reason;
  return unreadable({
    file,
    reason,
    text: inOther ? textOf(fault.file) : text,
    place: fault.place,
    cause: error,
  });
}
