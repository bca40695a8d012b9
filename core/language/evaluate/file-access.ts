import type { Expression } from '../syntax/expression.ts';

/** How functions read files. */
export interface FileAccess {
  /** What relative paths count from: the folder of the template. */
  readonly base: string;
  /** Nothing outside of this folder is read. */
  readonly root: string;
  /** Parses the text of a template file; a syntax error makes it undefined. */
  template(text: string): Expression | undefined;
}
