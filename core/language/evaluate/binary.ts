import type { Binary } from '../syntax/expression.ts';
import {
  bool,
  boolType,
  equal,
  hasSecret,
  type Num,
  number,
  numberType,
  numOf,
  Refusal,
  secretIf,
  type Typed,
  unknownOf,
} from '../values/index.ts';
import { add, compare, divide, isZero, multiply, remainder, subtract } from '../values/number.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { attemptInner } from './inner.ts';
import { operand } from './operand.ts';
import type { Scope } from './scope.ts';

const arithmetic: Readonly<Record<string, (a: Num, b: Num) => Num | undefined>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': (a, b) => (isZero(b) ? overZero(a) : divide(a, b)),
  '%': (a, b) => (isZero(b) ? a : remainder(a, b)),
};
const comparison: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Arithmetic, comparison and logic. */
export function evaluateBinary(expression: Binary, scope: Scope): Typed {
  const { operator, left, right } = expression;
  if (operator === '&&' || operator === '||') return logic(expression, scope);
  const [a, b] = [evaluateTyped(left, scope), evaluateTyped(right, scope)];
  if (operator === '==' || operator === '!=') {
    const same = equal(a, b);
    const result = same === undefined ? unknownOf(boolType) : bool(same === (operator === '=='));
    return secretIf(hasSecret(a) || hasSecret(b), result);
  }
  const x = operand(a, numberType, left.range);
  const y = operand(b, numberType, right.range);
  const result = compute(expression, numOf(x), numOf(y));
  return secretIf(x.secret || y.secret, result);
}

function compute({ operator, range }: Binary, x: Num | undefined, y: Num | undefined): Typed {
  const holds = comparison[operator];
  if (!x || !y) return unknownOf(holds ? boolType : numberType);
  if (holds) return bool(holds(compare(x, y)));
  if (operator === '/' && isZero(x) && isZero(y)) {
    throw new Refusal('evaluation', 'Zero cannot be divided by zero.', range);
  }
  const result = arithmetic[operator]?.(x, y);
  return result ? number(result) : unknownOf(numberType);
}

/** Packer makes that infinity, which nothing here computes with. */
function overZero(_: Num): undefined {
  return undefined;
}

/** One side may decide alone; newer versions then do not look at the other one at all. */
function logic({ operator, left, right }: Binary, scope: Scope): Typed {
  const a = operand(evaluateTyped(left, scope), boolType, left.range);
  const second = attemptInner(right, scope);
  const decides = a.data === (operator === '||');
  if (decides) return second.refusal ? unknownOf(boolType) : secretIf(a.secret || second.value.secret, a);
  if (second.refusal) throw second.refusal;
  const b = operand(second.value, boolType, right.range);
  const secret = a.secret || b.secret;
  if (b.data === (operator === '||')) return secretIf(secret, b);
  return secretIf(secret, a.data === undefined || b.data === undefined ? unknownOf(boolType) : b);
}
