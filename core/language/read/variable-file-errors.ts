import type { TemplateError } from '../model.ts';
import type { SyntaxDocument } from '../syntax/document.ts';

/** Variable files hold values only. Names that nobody declares are allowed: one file may serve several templates. */
export function variableFileErrors(documents: readonly SyntaxDocument[]): readonly TemplateError[] {
  return documents.flatMap(({ body }) =>
    body.blocks.map(({ type, labels: [name = 'name'], range }) => ({
      kind: 'declaration' as const,
      message:
        type === 'variable'
          ? `A variable file gives values and declares nothing: write ${name} = <value>, and move the block to a .pkr.hcl file.`
          : `A variable file holds no blocks: expected <name> = <value>, found a block "${type}".`,
      range: { ...range, end: range.start },
    })),
  );
}
