import type { TemplateError } from '../model.ts';

/**
 * Leaves out what follows from a syntax error: a source whose block is broken is not "undeclared", and what spills out
 * of a broken block is not misplaced. Files that are whole keep their own errors.
 */
export function withoutConsequences(
  syntax: readonly TemplateError[],
  errors: readonly TemplateError[],
): readonly TemplateError[] {
  const broken = new Set(syntax.map(({ range }) => range.file));
  if (broken.size === 0) return errors;
  return errors.filter(({ kind, range }) => kind !== 'reference' && !broken.has(range.file));
}
