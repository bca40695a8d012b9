import type { Token } from './token.ts';

/** Hands out words one by one; inside round and square brackets it passes over line ends. */
export interface Reader {
  /** The number of words taken so far; `goTo` returns to such a place. */
  mark(): number;
  goTo(mark: number): void;
  tokens(from: number, to: number): readonly Token[];
  peek(): Token;
  next(): Token;
  /** Takes the next word if it is of this kind. */
  take(kind: string): boolean;
  ignoringNewlines<T>(work: () => T): T;
  countingNewlines<T>(work: () => T): T;
}

export function createReader(tokens: readonly Token[], length: number): Reader {
  let at = 0;
  let ignoring = false;

  const peek = (): Token => {
    while (ignoring && tokens[at]?.kind === 'newline') at += 1;
    return tokens[at] ?? { kind: 'end', start: length, end: length };
  };
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const within = <T>(mode: boolean, work: () => T): T => {
    const before = ignoring;
    ignoring = mode;
    const result = work();
    ignoring = before;
    return result;
  };
  return {
    mark: () => at,
    goTo: (mark) => {
      at = mark;
    },
    tokens: (from, to) => tokens.slice(from, to),
    peek,
    next,
    take: (kind) => peek().kind === kind && next().kind === kind,
    ignoringNewlines: (work) => within(true, work),
    countingNewlines: (work) => within(false, work),
  };
}
