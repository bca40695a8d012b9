import type { Joint } from '../command.ts';
import {
  addWord,
  type CommandList,
  commandList,
  dropWords,
  endCommand,
  takeNumber,
} from '../command-list.ts';
import type { RawCommand, RawWord } from '../raw-command.ts';
import { find, type Reader, sees, skipLine, skipPlaceholder } from '../reader.ts';

const operators: readonly (readonly [string, Joint])[] = [
  ['&&', '&&'],
  ['||', '||'],
  ['|', '|'],
  ['&', '&'],
  ['\n', ';'],
];
const ends = new Set([' ', '\t', '\r', '\n', '&', '|', '<', '>']);

/** Reads all commands of the text. */
export function readList(reader: Reader): RawCommand[] {
  const list = commandList();
  while (reader.at < reader.text.length) readNext(reader, list);
  endCommand(list, ';');
  return list.commands;
}

function readNext(reader: Reader, list: CommandList): void {
  const isFirst = list.current.words.length === 0;
  const sign = reader.text[reader.at] ?? '';
  if (sign === ' ' || sign === '\t' || sign === '\r') reader.at++;
  else if (sees(reader, '^\n') || sees(reader, '^\r\n')) reader.at = reader.text.indexOf('\n', reader.at) + 1;
  else if (isFirst && (sign === '@' || sign === '(')) reader.at++;
  else if (isFirst && sign === ':') skipLine(reader);
  else if (sign === ')' || (sign === '(' && isFirst)) endGroup(reader, list);
  else if (!readOperator(reader, list) && !readRedirection(reader, list)) readOneWord(reader, list);
}

function endGroup(reader: Reader, list: CommandList): void {
  reader.at++;
  endCommand(list, ';');
}

function readOperator(reader: Reader, list: CommandList): boolean {
  const [operator, joint] = operators.find(([text]) => sees(reader, text)) ?? [];
  if (!operator || !joint) return false;
  reader.at += operator.length;
  endCommand(list, joint);
  return true;
}

function readRedirection(reader: Reader, list: CommandList): boolean {
  const operator = ['>>', '>&', '>', '<'].find((text) => sees(reader, text));
  if (!operator) return false;
  takeNumber(list, reader.at);
  reader.at += operator.length;
  while (reader.text[reader.at] === ' ') reader.at++;
  const target = readWord(reader);
  if (target) list.current.redirections.push({ operator, target });
  return true;
}

/** `rem` starts a comment, and what follows `do` is the command of a loop. */
function readOneWord(reader: Reader, list: CommandList): void {
  const word = readWord(reader);
  if (!word) {
    reader.at++;
    return;
  }
  const { words } = list.current;
  if (words.length === 0 && word.raw.toLowerCase() === 'rem') skipLine(reader);
  else if (word.raw.toLowerCase() === 'do' && words[0]?.raw.toLowerCase() === 'for') dropWords(list);
  else addWord(list, word);
}

function readWord(reader: Reader): RawWord | undefined {
  const start = reader.at;
  let value = '';
  while (reader.at < reader.text.length && !ends.has(reader.text[reader.at] ?? '')) {
    const from = reader.at;
    const sign = reader.text[from] ?? '';
    if (skipPlaceholder(reader)) value += reader.text.slice(from, reader.at);
    else if (sign === '"') value += readQuoted(reader);
    else if (sign === '^' && reader.text[from + 1] !== '\n') {
      value += reader.text[from + 1] ?? '';
      reader.at = Math.min(from + 2, reader.text.length);
    } else if (sign === '^') break;
    else {
      value += sign;
      reader.at++;
    }
  }
  if (reader.at === start) return undefined;
  return { raw: reader.text.slice(start, reader.at), value, start, end: reader.at, inner: [] };
}

/** A quote ends with its line at the latest. */
function readQuoted(reader: Reader): string {
  const start = reader.at + 1;
  const end = find(reader, '"', start);
  const lineEnd = find(reader, '\n', start);
  if (end === -1 || (lineEnd !== -1 && lineEnd < end)) {
    reader.at = lineEnd === -1 ? reader.text.length : lineEnd;
    return reader.text.slice(start, reader.at);
  }
  reader.at = end + 1;
  return reader.text.slice(start, end);
}
