import { type CommandList, commandList, dropWords, endCommand } from '../command-list.ts';
import type { RawCommand } from '../raw-command.ts';
import { type Reader, sees, skipBalanced, skipLine } from '../reader.ts';
import { skipPattern } from './case-pattern.ts';
import { readHeredocs } from './heredoc.ts';
import { takeWord } from './keywords.ts';
import { readRedirection } from './redirection.ts';
import { readWord } from './word.ts';

/** What surrounds the command that is read. */
interface Surroundings {
  readonly list: CommandList;
  readonly closer: ')' | undefined;
  groups: number;
  cases: number;
}

const operators = [
  [';;&', ';'],
  [';;', ';'],
  [';&', ';'],
  [';', ';'],
  ['&&', '&&'],
  ['||', '||'],
  ['|&', '|'],
  ['|', '|'],
  ['&', '&'],
] as const;

/** Reads commands up to the closing sign, or to the end of the text. */
export function readList(reader: Reader, closer: ')' | undefined): RawCommand[] {
  const around: Surroundings = { list: commandList(), closer, groups: 0, cases: 0 };
  while (reader.at < reader.text.length && readNext(reader, around));
  endCommand(around.list, ';');
  return around.list.commands;
}

/** False behind the closing sign. */
function readNext(reader: Reader, around: Surroundings): boolean {
  const { list } = around;
  const sign = reader.text[reader.at] ?? '';
  if (sign === ' ' || sign === '\t' || sign === '\r') reader.at++;
  else if (sees(reader, '\\\n') || sees(reader, '\\\r\n'))
    reader.at = reader.text.indexOf('\n', reader.at) + 1;
  else if (sign === '#') skipLine(reader);
  else if (sign === '\n') endLine(reader, list);
  else if (isInTest(list) && '<>()&|'.includes(sign)) reader.at++;
  else if (sign === '(') openGroup(reader, around);
  else if (sign === ')') return closeGroup(reader, around);
  else if (!readRedirection(reader, list) && !readOperator(reader, around)) readOneWord(reader, around);
  return true;
}

/** Between `[[` and `]]` operators compare. */
function isInTest({ current: { words } }: CommandList): boolean {
  return words[0]?.raw === '[[' && words.at(-1)?.raw !== ']]';
}

function endLine(reader: Reader, list: CommandList): void {
  reader.at++;
  readHeredocs(reader);
  endCommand(list, ';');
}

function openGroup(reader: Reader, around: Surroundings): void {
  if (sees(reader, '((') && skipBalanced(reader, '(', ')')) return;
  const head = /\(\s{0,99}\)/y;
  head.lastIndex = reader.at;
  if (around.list.current.words.length === 1 && head.test(reader.text)) {
    dropWords(around.list);
    reader.at = head.lastIndex;
    return;
  }
  around.groups++;
  reader.at++;
  endCommand(around.list, ';');
}

function closeGroup(reader: Reader, around: Surroundings): boolean {
  reader.at++;
  endCommand(around.list, ';');
  if (around.groups === 0) return around.closer === undefined;
  around.groups--;
  return true;
}

function readOperator(reader: Reader, around: Surroundings): boolean {
  if (!';&|'.includes(reader.text[reader.at] ?? ' ')) return false;
  const [operator, joint] = operators.find(([text]) => sees(reader, text)) ?? [];
  if (!operator || !joint) return false;
  reader.at += operator.length;
  endCommand(around.list, joint);
  if (around.cases > 0 && operator.startsWith(';') && operator !== ';') skipPattern(reader);
  return true;
}

function readOneWord(reader: Reader, around: Surroundings): void {
  const word = readWord(reader);
  if (!word) {
    reader.at++;
    return;
  }
  const keyword = takeWord(around.list, word);
  if (keyword === 'case') {
    around.cases++;
    skipPattern(reader);
  } else if (keyword === 'esac') around.cases = Math.max(0, around.cases - 1);
}
