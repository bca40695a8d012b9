import type { Assignment } from './command.ts';
import type { RawCommand, RawWord } from './raw-command.ts';

/** What stands before a command's program. */
export interface Head {
  readonly assignments: readonly Assignment[];
  readonly prefixes: readonly (readonly string[])[];
  /** How many words that is. */
  readonly length: number;
}

/** What one family of shells does with a text; every function takes any text and never throws. */
export interface Dialect {
  parse(text: string): readonly RawCommand[];
  head(words: readonly RawWord[]): Head;
  /** A program's name without its folder. */
  programName(word: string): string;
}
