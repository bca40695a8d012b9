import type { Conditional } from '../syntax/expression.ts';
import type { Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { taintedBy, unknown } from './outcome.ts';
import type { Scope } from './scope.ts';

/** `condition ? yes : no`, decided only by a condition that is known. */
export function evaluateConditional({ condition, yes, no }: Conditional, scope: Scope): Value {
  const decided = evaluate(condition, scope);
  if (decided.state === 'unknown') return unknown;
  const truth = booleanOf(decided.value);
  return truth === undefined ? unknown : taintedBy(decided, evaluate(truth ? yes : no, scope));
}

/** HCL takes the words for the values. */
function booleanOf(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}
