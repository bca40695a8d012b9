import type { Expression, For } from '../syntax/expression.ts';
import { anything, object, Refusal, secretIf, type Typed, tuple } from '../values/index.ts';
import { condition } from './conditional.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { keyText } from './key-text.ts';
import { loop } from './loop.ts';
import type { Scope } from './scope.ts';

/** `[for v in c : r if x]` and `{for k, v in c : k => v...}` */
export function evaluateFor(expression: For, scope: Scope): Typed {
  const rounds = loop(expression, scope);
  if (!rounds.items) return secretIf(rounds.secret, anything);
  const chosen = rounds.items.map((inner) => ({ inner, wanted: isWanted(expression.condition, inner) }));
  const secret = rounds.secret || chosen.some(({ wanted }) => wanted.secret);
  if (chosen.some(({ wanted }) => typeof wanted.data !== 'boolean')) return secretIf(secret, anything);
  const scopes = chosen.filter(({ wanted }) => wanted.data === true).map(({ inner }) => inner);
  const { key } = expression;
  if (key) return secretIf(secret, keyed(expression, key, scopes));
  return secretIf(secret, tuple(scopes.map((inner) => evaluateTyped(expression.result, inner))));
}

const always: Typed = { type: { kind: 'bool' }, data: true, secret: false };

function isWanted(test: Expression | undefined, scope: Scope): Typed {
  return test ? condition(evaluateTyped(test, scope), test.range) : always;
}

function keyed({ result, groups }: For, key: Expression, scopes: readonly Scope[]): Typed {
  const found = new Map<string, Typed[]>();
  let [isKnown, secret] = [true, false];
  for (const scope of scopes) {
    const name = evaluateTyped(key, scope);
    const written = keyText(name, key.range);
    secret ||= name.secret;
    isKnown &&= written !== undefined;
    const value = evaluateTyped(result, scope);
    if (written === undefined) continue;
    const before = found.get(written);
    if (before && !groups) throw duplicate(written, key, secret);
    if (before) before.push(value);
    else found.set(written, [value]);
  }
  if (!isKnown) return secretIf(secret, anything);
  const entries = [...found].map(
    ([name, values]) => [name, groups ? tuple(values) : (values[0] ?? anything)] as const,
  );
  return secretIf(secret, object(entries));
}

function duplicate(name: string, key: Expression, secret: boolean): Refusal {
  const which = secret ? 'the same key' : `the key "${name}"`;
  const message = `Two elements have ${which}. Write "..." behind the value to collect them in lists.`;
  return new Refusal('evaluation', message, key.range);
}
