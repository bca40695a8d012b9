import type { Joint } from '../command.ts';
import { addWord, type CommandList, commandList, endCommand, takeNumber } from '../command-list.ts';
import type { RawCommand } from '../raw-command.ts';
import { find, type Reader, sees, skipLine } from '../reader.ts';
import { readWord } from './word.ts';

const operators: readonly (readonly [string, Joint])[] = [
  ['&&', '&&'],
  ['||', '||'],
  ['|', '|'],
  [';', ';'],
  ['{', ';'],
  ['}', ';'],
  ['\n', ';'],
];

/** Reads statements up to the closing sign, or to the end of the text. */
export function readList(reader: Reader, closer: ')' | undefined): RawCommand[] {
  const list = commandList();
  while (reader.at < reader.text.length) {
    if (reader.text[reader.at] === ')') {
      reader.at++;
      if (closer) break;
      endCommand(list, ';');
    } else readNext(reader, list);
  }
  endCommand(list, ';');
  return list.commands;
}

function readNext(reader: Reader, list: CommandList): void {
  const sign = reader.text[reader.at] ?? '';
  if (sign === ' ' || sign === '\t' || sign === '\r') reader.at++;
  else if (sees(reader, '`\n') || sees(reader, '`\r\n')) reader.at = reader.text.indexOf('\n', reader.at) + 1;
  else if (sign === '#') skipLine(reader);
  else if (sees(reader, '<#')) skipComment(reader);
  else if (sign === '&' && !sees(reader, '&&')) reader.at++;
  else if (!readOperator(reader, list) && !readRedirection(reader, list)) readOneWord(reader, list);
}

function skipComment(reader: Reader): void {
  const end = find(reader, '#>', reader.at);
  reader.at = end === -1 ? reader.at + 2 : end + 2;
}

function readOperator(reader: Reader, list: CommandList): boolean {
  const [operator, joint] = operators.find(([text]) => sees(reader, text)) ?? [];
  if (!operator || !joint || sees(reader, '{{')) return false;
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

function readOneWord(reader: Reader, list: CommandList): void {
  const word = readWord(reader);
  if (word) addWord(list, word);
  else reader.at++;
}
