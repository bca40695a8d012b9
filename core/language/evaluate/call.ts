import type { Call } from '../syntax/expression.ts';
import type { Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { known, unknown } from './outcome.ts';
import type { Scope } from './scope.ts';

/** Functions that can be answered here: only `env`, and only where Packer allows it, in the default of a variable. */
export function evaluateCall({ name, args }: Call, scope: Scope): Value {
  const [first] = args;
  if (name !== 'env' || !scope.env || !first) return unknown;
  const variable = evaluate(first, scope);
  if (variable.state === 'unknown') return unknown;
  return known(scope.env[String(variable.value)] ?? '');
}
