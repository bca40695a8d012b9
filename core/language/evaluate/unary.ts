import type { Unary } from '../syntax/expression.ts';
import type { Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { combine } from './outcome.ts';
import type { Scope } from './scope.ts';

/** `!a` and `-a` */
export function evaluateUnary({ operator, operand }: Unary, scope: Scope): Value {
  return combine([evaluate(operand, scope)], ([value]) => {
    if (operator === '!') return typeof value === 'boolean' ? !value : undefined;
    return typeof value === 'number' ? -value : undefined;
  });
}
