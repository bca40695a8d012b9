import type { SourceRange } from '../../schema/index.ts';
import type { Command } from './command.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { nestedScript } from './nested-script.ts';
import type { RawCommand, RawWord } from './raw-command.ts';

/** Where raw commands come from. */
export interface Origin {
  readonly dialect: Dialect;
  readonly text: string;
  readonly nested: Command['nested'];
  /** How many scripts inside scripts this one lies in. */
  readonly depth: number;
  range(start: number, end: number): SourceRange;
}

/** Scripts inside scripts inside scripts are not looked into further. */
const deepest = 2;

/** Commands with their places, each followed by those inside it. */
export function finishCommands(raws: readonly RawCommand[], origin: Origin): readonly Command[] {
  const done = new Map<RawCommand, Command>();
  return raws.flatMap((raw) => {
    const command = finishCommand(raw, origin, raw.pipedFrom && done.get(raw.pipedFrom));
    done.set(raw, command);
    return [command, ...command.inner];
  });
}

function finishCommand(raw: RawCommand, origin: Origin, pipedFrom: Command | undefined): Command {
  const head = origin.dialect.head(raw.words);
  const words = raw.words.slice(head.length);
  const targets = raw.redirections.map(({ target }) => target);
  const all = [...raw.words, ...targets];
  const [start, end] = extentOf(all);
  const name = origin.dialect.programName(words[0]?.value ?? '');
  return {
    name,
    words: words.map(({ value }) => value),
    // Few are ever asked for, and a script has many words.
    get wordRanges() {
      return words.map((word) => origin.range(word.start, word.end));
    },
    prefixes: head.prefixes,
    assignments: head.assignments,
    redirections: raw.redirections.map(({ operator, target }) => ({ operator, target: target.value })),
    heredoc: raw.heredoc,
    joint: raw.joint,
    pipedFrom,
    inner: [...substituted(all, origin), ...passedOn(name, words, origin)],
    nested: origin.nested,
    text: origin.text.slice(start, end),
    range: origin.range(start, end),
  };
}

/** From the first word to the end of the last one; a command may have more words than a call takes arguments. */
function extentOf(words: readonly RawWord[]): readonly [number, number] {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const word of words) {
    start = Math.min(start, word.start);
    end = Math.max(end, word.end);
  }
  return [start, end];
}

function substituted(words: readonly RawWord[], origin: Origin): readonly Command[] {
  return words.flatMap(({ inner }) =>
    inner.length === 0 ? [] : finishCommands(inner, { ...origin, nested: origin.nested ?? 'substitution' }),
  );
}

function passedOn(name: string, words: readonly RawWord[], origin: Origin): readonly Command[] {
  const script = origin.depth < deepest ? nestedScript(name, words) : undefined;
  if (!script) return [];
  const { start, text, word } = script;
  const dialect = dialectOf(script.shell);
  return finishCommands(dialect.parse(text), {
    dialect,
    text,
    nested: 'argument',
    depth: origin.depth + 1,
    range: (from, to) =>
      start === undefined ? origin.range(word.start, word.end) : origin.range(start + from, start + to),
  });
}
