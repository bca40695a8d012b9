import { type Expression, fileOf, type SourceRange, type Template } from 'packer-hybrid/rules';

/** What stands in the file at this place; undefined when the file does not belong to the template. */
export function writtenText(template: Template, range: SourceRange): string | undefined {
  return fileOf(template, range)?.text.slice(range.start.offset, range.end.offset);
}

/** Whether an expression is a literal in an HCL file, so that it can be replaced by another one. */
export function isHclLiteral(template: Template, expression: Expression): boolean {
  return expression.kind === 'literal' && fileOf(template, expression.range)?.syntax === 'hcl';
}
