import type { Joint } from './command.ts';

/** A word as one of the shells reads it, with offsets into the text that was read. */
export interface RawWord {
  /** As written. */
  readonly raw: string;
  /** What the shell makes of it. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly inner: readonly RawCommand[];
}

/** A command while it is read; it grows word by word. */
export interface RawCommand {
  readonly words: RawWord[];
  readonly redirections: { readonly operator: string; readonly target: RawWord }[];
  heredoc: string | undefined;
  readonly joint: Joint;
  readonly pipedFrom: RawCommand | undefined;
}
