import type { Stretch } from '../split-pieces.ts';
import { scan } from './scan.ts';
import type { Token } from './token.ts';

/** Something that HCL does not allow, with its place in the piece. */
export interface Problem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Walks over the words of a piece of HCL and collects what is wrong with them. */
export interface Cursor {
  readonly problems: readonly Problem[];
  /** Stretches that make no sense: what is left of the piece without them is whole. */
  readonly lost: readonly Stretch[];
  lose(stretch: Stretch): void;
  /** The number of words taken so far; `goTo` returns to such a place. */
  mark(): number;
  goTo(mark: number): void;
  tokens(from: number, to: number): readonly Token[];
  peek(): Token;
  next(): Token;
  /** Takes the next word if it is of this kind. */
  take(kind: string): boolean;
  /** What stands there, as messages name it. */
  textOf(token: Token): string;
  slice(token: Token): string;
  line(token: Token): number;
  /** Inside round and square brackets a line end means nothing. */
  ignoringNewlines<T>(work: () => T): T;
  countingNewlines<T>(work: () => T): T;
  /** Notes what was expected at the next word; always false, so that checks can return it. */
  expected(what: string): false;
  report(message: string, token: Token): false;
}

/** `firstLine` is the line of the file on which the piece starts. */
export function createCursor(text: string, firstLine: number): Cursor {
  const tokens = scan(text);
  const end = tokens.at(-1) ?? { kind: 'end', start: text.length, end: text.length };
  const problems: Problem[] = [];
  const lost: Stretch[] = [];
  let at = 0;
  let ignoring = false;

  const peek = (): Token => {
    while (ignoring && tokens[at]?.kind === 'newline') at += 1;
    return tokens[at] ?? end;
  };
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const report = (message: string, { start, end: stop }: Token): false => {
    problems.push({ message, start, end: stop });
    return false;
  };
  const within = <T>(mode: boolean, work: () => T): T => {
    const before = ignoring;
    ignoring = mode;
    try {
      return work();
    } finally {
      ignoring = before;
    }
  };
  const textOf = (token: Token) => describe(token, text.slice(token.start, token.end));
  return {
    problems,
    lost,
    lose: (stretch) => lost.push(stretch),
    mark: () => at,
    goTo: (mark) => {
      at = mark;
    },
    tokens: (from, to) => tokens.slice(from, to),
    peek,
    next,
    take: (kind) => peek().kind === kind && next().kind === kind,
    textOf,
    slice: ({ start, end: stop }) => text.slice(start, stop),
    line: (token) => firstLine + (text.slice(0, token.start).match(/\n/g)?.length ?? 0),
    ignoringNewlines: (work) => within(true, work),
    countingNewlines: (work) => within(false, work),
    expected: (what) => report(`Expected ${what}, found ${textOf(peek())}.`, peek()),
    report,
  };
}

function describe(token: Token, text: string): string {
  if (token.kind === 'newline') return 'the end of the line';
  if (token.kind === 'end') return 'the end of the block or file';
  const [line = ''] = text.split('\n');
  return token.kind === 'string' && line.length <= 40 ? line : `"${line.slice(0, 40)}"`;
}
