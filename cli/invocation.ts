import type { Output } from './output.ts';

/** The options of one call, already checked against the command's table entry. */
export interface ParsedOptions {
  has(name: string): boolean;
  value(name: string): string | undefined;
  list(name: string): readonly string[];
}

/** The outside world of a command: it reads no global and prints only through `output`. */
export interface Host {
  readonly output: Output;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One call of a command. */
export interface Invocation extends Host {
  /** The command line as the user typed it. */
  readonly typed: string;
  readonly args: readonly string[];
  readonly options: ParsedOptions;
}

/** Runs a command and answers with the exit code of the process; what went wrong is thrown. */
export type Command = (invocation: Invocation) => Promise<number>;
