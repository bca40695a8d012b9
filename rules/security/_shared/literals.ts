import type { Expression, SourceRange, Template } from 'packer-hybrid/rules';
import { referenceOf } from './references.ts';

/** A text that is written in a template. */
export interface LiteralText {
  readonly text: string;
  readonly range: SourceRange;
}

/** Functions that give back one of their arguments. */
const choosing = new Set(['coalesce', 'try', 'sensitive', 'tostring', 'trimspace', 'nonsensitive']);

/** The texts that an expression may come to and that are written out, in itself or in the locals that it names. */
export function literalTexts(
  template: Template,
  expression: Expression,
  seen: readonly string[] = [],
): readonly LiteralText[] {
  const inner = (part: Expression) => literalTexts(template, part, seen);
  const { kind, range } = expression;
  if (kind === 'literal')
    return typeof expression.value === 'string' ? [{ text: expression.value, range }] : [];
  if (kind === 'conditional') return [...inner(expression.yes), ...inner(expression.no)];
  if (kind === 'call' && choosing.has(expression.name)) return expression.args.flatMap(inner);
  if (kind === 'template' && expression.parts.length === 1) return expression.parts.flatMap(inner);
  const reference = referenceOf(expression);
  if (reference?.root !== 'local' || seen.includes(reference.name)) return [];
  const local = template.locals.find(({ name }) => name === reference.name);
  return local ? literalTexts(template, local.expression, [...seen, local.name]) : [];
}

/** The items of a list or the entries of an object with literal keys, wherever a local keeps them. */
export function itemsOf(
  template: Template,
  expression: Expression,
  seen: readonly string[] = [],
): readonly { readonly key: string | undefined; readonly value: Expression }[] {
  if (expression.kind === 'list') return expression.items.map((value) => ({ key: undefined, value }));
  if (expression.kind === 'object') {
    return expression.entries.map(({ key, value }) => ({
      key: key.kind === 'literal' ? String(key.value) : undefined,
      value,
    }));
  }
  if (
    expression.kind === 'call' &&
    /^(concat|merge|compact|flatten|distinct|tolist|tomap)$/.test(expression.name)
  ) {
    return expression.args.flatMap((part) => itemsOf(template, part, seen));
  }
  if (expression.kind === 'conditional') {
    return [expression.yes, expression.no].flatMap((part) => itemsOf(template, part, seen));
  }
  const reference = referenceOf(expression);
  if (reference?.root !== 'local' || seen.includes(reference.name)) return [];
  const local = template.locals.find(({ name }) => name === reference.name);
  return local ? itemsOf(template, local.expression, [...seen, local.name]) : [];
}
