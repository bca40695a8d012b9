import { evaluate } from '../evaluate/index.ts';
import type { Template } from '../model.ts';
import { knownTexts } from '../query/known-texts.ts';
import type { Expression } from '../syntax/expression.ts';
import { scopeOf } from './template-scope.ts';

/** Functions that only put their arguments together. */
const joining = new Set([
  'concat',
  'flatten',
  'compact',
  'distinct',
  'sort',
  'coalesce',
  'coalescelist',
  'tolist',
  'toset',
]);

/**
 * The texts that an expression may come to: where the whole is unknown, the known items of a list and both branches of
 * a condition still name files. Hashing one file too many builds once too often; one too few hides a change.
 */
export function possibleTexts(template: Template, expression: Expression): readonly string[] {
  const scope = scopeOf(template);
  const locals = new Map(template.locals.map((local) => [local.name, local.expression]));
  const texts = (part: Expression, seen: readonly string[]): readonly string[] => {
    const value = evaluate(part, scope);
    if (value.state !== 'unknown') return knownTexts(value);
    if (part.kind === 'attribute' && part.target.kind === 'name' && part.target.name === 'local') {
      const written = seen.includes(part.name) ? undefined : locals.get(part.name);
      return written ? texts(written, [...seen, part.name]) : [];
    }
    return alternatives(part).flatMap((inner) => texts(inner, seen));
  };
  return texts(expression, []);
}

function alternatives(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'conditional':
      return [expression.yes, expression.no];
    case 'call':
      return joining.has(expression.name) ? expression.args : [];
    case 'template':
      return expression.parts.length === 1 ? expression.parts : [];
    default:
      return [];
  }
}
