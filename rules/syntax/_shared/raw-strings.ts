import type { Expression, Template } from 'packer-hybrid/rules';
import { textIn } from './place-at.ts';
import { type Use, usesIn } from './scoped-expressions.ts';

export interface RawString extends Use {
  /** As written, with quotation marks and escapes. */
  readonly raw: string;
}

/** Every string and heredoc of a template, those inside of others left out. */
export function rawStrings(template: Template): readonly RawString[] {
  return usesIn(template)
    .filter(({ expression, parent }) => isText(expression) && !isInside(parent))
    .map((use) => ({ ...use, raw: textIn(template, use.expression.range) }));
}

function isText(expression: Expression): boolean {
  return (
    expression.kind === 'template' || (expression.kind === 'literal' && typeof expression.value === 'string')
  );
}

function isInside(parent: Expression | undefined): boolean {
  return parent?.kind === 'template' || parent?.kind === 'template-for' || parent?.kind === 'template-if';
}
