import type { List, ObjectLiteral } from '../syntax/expression.ts';
import type { Json, Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { asText, combine } from './outcome.ts';
import type { Scope } from './scope.ts';

/** Lists and objects are known when everything in them is. */
export function evaluateCollection(expression: List | ObjectLiteral, scope: Scope): Value {
  if (expression.kind === 'list') {
    return combine(
      expression.items.map((item) => evaluate(item, scope)),
      (items) => items,
    );
  }
  const pairs = expression.entries.flatMap(({ key, value }) => [
    evaluate(key, scope),
    evaluate(value, scope),
  ]);
  return combine(pairs, objectOf);
}

function objectOf(pairs: readonly Json[]): Json | undefined {
  const entries: [string, Json][] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const name = asText(pairs[at] ?? null);
    if (name === undefined) return undefined;
    entries.push([name, pairs[at + 1] ?? null]);
  }
  return Object.fromEntries(entries);
}
