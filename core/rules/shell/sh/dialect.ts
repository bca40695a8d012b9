import type { Assignment } from '../command.ts';
import type { Dialect, Head } from '../dialect.ts';
import { prefixLength } from '../prefixes.ts';
import type { RawWord } from '../raw-command.ts';
import { readerOf } from '../reader.ts';
import { readList } from './list.ts';

const assignment = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/;
/** What Packer puts assignments in the place of. */
const variables = /^\{\{-?\s*\.(?:Vars|EnvVarFile)\s*-?\}\}$/;

/** sh, bash and their kin. */
export const sh: Dialect = {
  parse: parseAll,
  head: readHead,
  programName: (word) => word.replace(/^.*\//, ''),
};

function parseAll(text: string): ReturnType<Dialect['parse']> {
  const reader = readerOf(text);
  return readList(reader, undefined);
}

function readHead(words: readonly RawWord[]): Head {
  const values = words.map(({ value }) => value);
  const assignments: Assignment[] = [];
  const prefixes: string[][] = [];
  let at = 0;
  for (let word = words[at]; word; word = words[at]) {
    const [, name] = assignment.exec(word.raw) ?? [];
    const length = prefixLength(values, at);
    if (name) assignments.push({ name, value: word.value.slice(word.value.indexOf('=') + 1) });
    else if (length > 0) prefixes.push(values.slice(at, at + length));
    else if (!variables.test(word.raw)) break;
    at += Math.max(1, length);
  }
  return ownedHead({ assignments, prefixes, length: at }, words.length);
}

/** `sudo -i` starts nothing: it is the command itself. */
function ownedHead(head: Head, total: number): Head {
  const last = head.prefixes.at(-1);
  if (!last || head.length < total) return head;
  return { ...head, prefixes: head.prefixes.slice(0, -1), length: total - last.length };
}
