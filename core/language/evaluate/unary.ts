import type { Unary } from '../syntax/expression.ts';
import {
  bool,
  boolType,
  number,
  numberType,
  numOf,
  secretIf,
  type Typed,
  unknownOf,
} from '../values/index.ts';
import { negate } from '../values/number.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { operand } from './operand.ts';
import type { Scope } from './scope.ts';

/** `!a` and `-a` */
export function evaluateUnary(expression: Unary, scope: Scope): Typed {
  const type = expression.operator === '!' ? boolType : numberType;
  const value = operand(evaluateTyped(expression.operand, scope), type, expression.operand.range);
  if (typeof value.data === 'boolean') return secretIf(value.secret, bool(!value.data));
  const num = numOf(value);
  return secretIf(value.secret, num ? number(negate(num)) : unknownOf(type));
}
