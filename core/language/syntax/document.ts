import type { SourceRange } from '../../schema/index.ts';
import type { Comment, TemplateError, TemplateFile } from '../model.ts';
import type { Expression } from './expression.ts';

/** One parsed file: what every syntax is turned into, before values are known. */
export interface SyntaxDocument {
  readonly body: SyntaxBody;
  readonly comments: readonly Comment[];
  readonly errors: readonly TemplateError[];
}

/** A file whose text is at hand but not parsed yet. */
export type UnparsedFile = Omit<TemplateFile, 'comments'>;
export interface SyntaxBody {
  readonly attributes: readonly SyntaxAttribute[];
  readonly blocks: readonly SyntaxBlock[];
  readonly range: SourceRange;
}
export interface SyntaxAttribute {
  readonly name: string;
  readonly expression: Expression;
  readonly text: string;
  readonly range: SourceRange;
  readonly valueRange: SourceRange;
}
export interface SyntaxBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** The last label where it must be evaluated: names of legacy builders may hold `{{user `name`}}`. */
  readonly name?: Expression;
  readonly body: SyntaxBody;
  readonly range: SourceRange;
}
