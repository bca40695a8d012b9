import type { Command } from './invocation.ts';

/** One option as data: parsing, help and messages all read it. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help, such as `file`; without it the option is a switch. */
  readonly value?: string;
  /** The value may be left out; the next word is taken for it only when it ends like the placeholder, such as `.json`. */
  readonly optional?: true;
  /** May be repeated, and separates values by commas. */
  readonly list?: true;
  readonly choices?: readonly string[];
  readonly summary: string;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly required?: true;
  readonly variadic?: true;
  readonly choices?: readonly string[];
}

/** One command as data; `load` brings its code only when it is really run. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What follows `packer-hybrid`. */
  readonly usage: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly command: string; readonly what: string }[];
  readonly load: () => Promise<{ readonly command: Command }>;
}
