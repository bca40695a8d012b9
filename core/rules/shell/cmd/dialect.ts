import type { Dialect } from '../dialect.ts';
import { readerOf } from '../reader.ts';
import { windowsProgram } from '../windows-program.ts';
import { readList } from './list.ts';

/** The Windows command interpreter, read lightly: commands, pipes and words; parentheses count as separators. */
export const cmd: Dialect = {
  parse: (text) => readList(readerOf(text)),
  head: () => ({ assignments: [], prefixes: [], length: 0 }),
  programName: windowsProgram,
};
