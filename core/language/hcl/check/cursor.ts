import type { Stretch } from '../split-pieces.ts';
import { createReader, type Reader } from './reader.ts';
import { scan } from './scan.ts';
import type { Token } from './token.ts';

/** Something that HCL does not allow, with its place in the piece. */
export interface Problem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Walks over the words of a piece of HCL and collects what is wrong with them. */
export interface Cursor extends Reader {
  readonly problems: readonly Problem[];
  /** Stretches that make no sense: what is left of the piece without them is whole. */
  readonly lost: readonly Stretch[];
  lose(stretch: Stretch): void;
  /** What stands there, as messages name it. */
  textOf(token: Token): string;
  slice(token: Token): string;
  line(token: Token): number;
  /** Notes what was expected at the next word; always false, so that checks can return it. */
  expected(what: string): false;
  report(message: string, token: Token): false;
}

/** `firstLine` is the line of the file on which the piece starts. */
export function createCursor(text: string, firstLine: number): Cursor {
  const reader = createReader(scan(text), text.length);
  const { peek } = reader;
  const problems: Problem[] = [];
  const lost: Stretch[] = [];
  const slice = ({ start, end }: Token) => text.slice(start, end);
  const textOf = (token: Token) => describe(token, slice(token));
  const report = (message: string, { start, end }: Token): false => {
    problems.push({ message, start, end });
    return false;
  };
  return {
    ...reader,
    problems,
    lost,
    lose: (stretch) => lost.push(stretch),
    textOf,
    slice,
    line: (token) => firstLine + (text.slice(0, token.start).match(/\n/g)?.length ?? 0),
    expected: (what) => report(`Expected ${what}, found ${textOf(peek())}.`, peek()),
    report,
  };
}

function describe(token: Token, text: string): string {
  if (token.kind === 'newline') return 'the end of the line';
  if (token.kind === 'end') return 'the end of the block or file';
  // What stands in strings may be secret.
  if (token.kind === 'string') return 'a string';
  const [line = ''] = text.split('\n');
  return `"${line.slice(0, 40)}"`;
}
