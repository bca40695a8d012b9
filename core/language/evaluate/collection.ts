import type { List, ObjectLiteral } from '../syntax/expression.ts';
import { anything, object, secretIf, type Typed, tuple } from '../values/index.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { keyText } from './key-text.ts';
import type { Scope } from './scope.ts';

export function evaluateList({ items }: List, scope: Scope): Typed {
  return tuple(items.map((item) => evaluateTyped(item, scope)));
}

/** The last entry of a name counts. With an unknown name nothing is known of the object. */
export function evaluateObject({ entries }: ObjectLiteral, scope: Scope): Typed {
  const found: [string, Typed][] = [];
  let secret = false;
  let isKnown = true;
  for (const { key, value } of entries) {
    const name = evaluateTyped(key, scope);
    const item = evaluateTyped(value, scope);
    const written = keyText(name, key.range);
    secret ||= name.secret;
    if (written === undefined) isKnown = false;
    else found.push([written, item]);
  }
  return secretIf(secret, isKnown ? object(found) : anything);
}
