import type { Assignment } from '../command.ts';
import type { Dialect, Head } from '../dialect.ts';
import type { RawWord } from '../raw-command.ts';
import { readerOf } from '../reader.ts';
import { windowsProgram } from '../windows-program.ts';
import { readList } from './list.ts';

/** Windows PowerShell and pwsh, read lightly: statements, pipelines and words; blocks count as separators. */
export const powershell: Dialect = {
  parse: (text) => readList(readerOf(text), undefined),
  head: readHead,
  programName: windowsProgram,
};

/** `$name = value`, with or without spaces; what is assigned from a command is that command. */
function readHead(words: readonly RawWord[]): Head {
  const [first, second, third] = words;
  const none: Head = { assignments: [], prefixes: [], length: 0 };
  const [, name, glued] = /^\$([\w:]+)\s*\+?=(.*)$/s.exec(first?.value ?? '') ?? [];
  if (name && glued) return { ...none, assignments: [{ name, value: glued }], length: words.length };
  if (!first?.raw.startsWith('$') || !second || !/^\+?=$/.test(second.raw)) return none;
  const assigned: Assignment = { name: first.raw.slice(1), value: third?.value ?? '' };
  const isCommand = third !== undefined && /^[A-Za-z]/.test(third.raw);
  return { ...none, assignments: [assigned], length: isCommand ? 2 : words.length };
}
