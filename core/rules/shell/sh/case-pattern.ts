import type { Reader } from '../reader.ts';
import { readWord } from './word.ts';

/** Moves behind the `)` of a choice such as `a|b)`, or stays before `esac`. */
export function skipPattern(reader: Reader): void {
  const end = /(?:\s|#[^\n]*)*(?:esac(?![\w-]))?/y;
  end.lastIndex = reader.at;
  const [blank = ''] = end.exec(reader.text) ?? [];
  if (blank.endsWith('esac')) return;
  reader.at += blank.length;
  if (reader.text[reader.at] === '(') reader.at++;
  while (reader.at < reader.text.length && reader.text[reader.at] !== '\n') {
    if (reader.text[reader.at] === ')') {
      reader.at++;
      return;
    }
    if (!readWord(reader)) reader.at++;
  }
}
