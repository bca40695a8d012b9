import type { SourceRange } from '../../schema/index.ts';

/** How a command follows the one before it; a line break counts as `;`. */
export type Joint = 'start' | ';' | '&&' | '||' | '|' | '&';

/** `NAME=value` before a command or alone, `$name = 'value'` in PowerShell. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

/** `2>> file`: the operator without its number. */
export interface Redirection {
  readonly operator: string;
  readonly target: string;
}

/** One command of a script, without what is only put in front of it. */
export interface Command {
  /** The program without folder and `.exe`; in lower case where the shell ignores case; empty for a bare assignment. */
  readonly name: string;
  /** The program and its arguments with quotes removed; expansions such as `$HOME` and `$(date)` stay as written. */
  readonly words: readonly string[];
  /** Where each word stands, quotes included. */
  readonly wordRanges: readonly SourceRange[];
  /** `sudo -E`, `env -i`, `timeout 5`, outermost first, each with its own words. */
  readonly prefixes: readonly (readonly string[])[];
  readonly assignments: readonly Assignment[];
  readonly redirections: readonly Redirection[];
  /** The text that `<<` feeds into it. */
  readonly heredoc: string | undefined;
  readonly joint: Joint;
  /** The command whose output it reads. */
  readonly pipedFrom: Command | undefined;
  /** Commands inside it: `$(…)`, `<(…)`, and the script of `bash -c '…'`. They follow it in the list as well. */
  readonly inner: readonly Command[];
  /** How it stands inside another command. */
  readonly nested: 'substitution' | 'argument' | undefined;
  /** As written, prefixes included. */
  readonly text: string;
  /** From its first word, prefixes included, to its end. */
  readonly range: SourceRange;
}
