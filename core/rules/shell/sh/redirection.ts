import { type CommandList, takeNumber } from '../command-list.ts';
import { type Reader, sees } from '../reader.ts';
import { readWord } from './word.ts';

const operators = ['&>>', '&>', '<<<', '<<-', '<<', '<>', '<&', '>>', '>&', '>|', '>', '<'];

/** Reads an operator such as `2>>` with what it points to; `<(…)` is a word and none of them. */
export function readRedirection(reader: Reader, list: CommandList): boolean {
  if (!'<>&'.includes(reader.text[reader.at] ?? ' ')) return false;
  if (sees(reader, '<(') || sees(reader, '>(')) return false;
  const operator = operators.find((text) => sees(reader, text));
  if (!operator) return false;
  takeNumber(list, reader.at);
  reader.at += operator.length;
  while (reader.text[reader.at] === ' ' || reader.text[reader.at] === '\t') reader.at++;
  const target = readWord(reader);
  if (!target) return true;
  const { current } = list;
  if (operator === '<<' || operator === '<<-') {
    reader.pending.push({
      delimiter: target.value,
      stripsTabs: operator === '<<-',
      receive: (text) => {
        current.heredoc = text;
      },
    });
  } else current.redirections.push({ operator, target });
  return true;
}
