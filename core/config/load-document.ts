import { LineCounter, parseDocument } from 'yaml';
import type { LoadedFile } from './loaded-file.ts';
import type { SettingPath } from './setting-path.ts';
import { placeOf, unreadable } from './unreadable.ts';

type Document = ReturnType<typeof parseDocument>;

function parse(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return { document, lines };
}

function nodeAt(document: Document, path: SettingPath): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true);
}

function lineFinder(document: Document, lines: LineCounter, prefix: SettingPath) {
  return (path: SettingPath): number | undefined => {
    const node = nodeAt(document, [...prefix, ...path]);
    if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
    const [start] = (node.range ?? []) as readonly number[];
    return start === undefined ? undefined : lines.linePos(start).line;
  };
}

/** Reads YAML; an empty file is an empty configuration. */
export function loadYaml(file: string, text: string): LoadedFile {
  const { document, lines } = parse(text);
  const [error] = document.errors;
  if (error) {
    const { line, col: column } = lines.linePos(error.pos[0]);
    throw unreadable({ file, reason: error.message, text, place: { line, column }, cause: error });
  }
  return { value: contentOf(file, document) ?? {}, lineOf: lineFinder(document, lines, []) };
}

function contentOf(file: string, document: Document): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // Aliases that multiply without end.
    throw unreadable({ file, reason: cause instanceof Error ? cause.message : String(cause), cause });
  }
}

/** Node says the place in words that depend on its version, and for the end of the text not at all. */
function jsonPosition(text: string, message: string): number {
  const end = text.trimEnd().length;
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Math.min(Number(position), end);
  const [, token, before, excerpt] =
    /^Unexpected token '(.+?)', (\.{3})?"(.*?)"(?:\.{3})? is not/s.exec(message) ?? [];
  if (token === undefined || excerpt === undefined) return end;
  return text.indexOf(excerpt) + (before ? 10 : excerpt.indexOf(token));
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const reason = message.replace(/ in JSON at position .*| \(line .*|, (\.{3})?".*/s, '');
    throw unreadable({ file, reason, text, place: placeOf(text, jsonPosition(text, message)), cause });
  }
}

/** Reads JSON; `prefix` is where in it the configuration stands. */
export function loadJson(file: string, text: string, prefix: SettingPath = []): LoadedFile {
  let value: unknown = parseJson(file, text);
  for (const part of prefix) value = (value as Readonly<Record<string | number, unknown>>)[part];
  // JSON is YAML too, and the YAML parser knows where each value stands.
  const { document, lines } = parse(text);
  return {
    value,
    lineOf: document.errors.length > 0 ? () => undefined : lineFinder(document, lines, prefix),
  };
}
