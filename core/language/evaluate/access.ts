import type { Attr, Expression, Index } from '../syntax/expression.ts';
import type { Json, Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { combine, known, unknown } from './outcome.ts';
import type { Scope } from './scope.ts';

/** `var.x`, `local.x`, `path.root`, and what lies inside a known list or object. */
export function evaluateAccess(expression: Attr | Index, scope: Scope): Value {
  const key: Value =
    expression.kind === 'attribute' ? known(expression.name) : evaluate(expression.key, scope);
  if (expression.target.kind === 'name') return named(expression.target.name, key, scope);
  const written = expression.kind === 'attribute' ? entryOf(expression.target, expression.name) : undefined;
  if (written) return evaluate(written, scope);
  return combine([evaluate(expression.target, scope), key], ([container, at]) => memberOf(container, at));
}

function named(root: string, key: Value, scope: Scope): Value {
  if (key.state === 'unknown' || typeof key.value !== 'string') return unknown;
  if (root === 'var') return scope.variable(key.value);
  if (root === 'local') return scope.local(key.value);
  if (root === 'path' && (key.value === 'root' || key.value === 'cwd')) return known(scope.path[key.value]);
  return unknown;
}

/** An object that is written out is known entry by entry, even when another entry is not. */
function entryOf(target: Expression, name: string): Expression | undefined {
  if (target.kind !== 'object') return undefined;
  return target.entries.findLast(({ key }) => key.kind === 'literal' && key.value === name)?.value;
}

function memberOf(container: Json | undefined, key: Json | undefined): Json | undefined {
  if (Array.isArray(container)) return container[Number(key)];
  if (container === null || typeof container !== 'object' || Array.isArray(container)) return undefined;
  const name = String(key);
  return Object.hasOwn(container, name) ? (container as Readonly<Record<string, Json>>)[name] : undefined;
}
