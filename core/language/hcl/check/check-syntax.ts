import type { TemplateError } from '../../model.ts';
import type { SourceText } from '../../syntax/source-text.ts';
import type { Stretch } from '../split-pieces.ts';
import { checkBody } from './check-body.ts';
import { createCursor } from './cursor.ts';
import { exampleFor } from './example-for.ts';

export interface SyntaxCheck {
  readonly errors: readonly TemplateError[];
  /** Offsets in the piece: without these stretches the rest is whole. */
  readonly lost: readonly Stretch[];
}

/**
 * What HCL does not allow in this stretch, said as a person would: what was expected and what is there. The grammar that
 * builds the tree is more lenient (it ignores line ends) and can only say where it stumbled.
 */
export function checkSyntax(source: SourceText, { start, end }: Stretch): SyntaxCheck {
  const firstLine = source.range(start, start).start.line;
  const cursor = createCursor(source.text.slice(start, end), firstLine);
  checkBody(cursor, undefined);
  const errors = cursor.problems.map((problem): TemplateError => {
    const range = source.range(start + problem.start, start + problem.end);
    const error = { kind: 'syntax' as const, message: problem.message, range };
    const example = exampleFor(problem.message);
    return example === undefined ? error : { ...error, example };
  });
  return { errors, lost: cursor.lost };
}
