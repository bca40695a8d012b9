import { isDeepStrictEqual } from 'node:util';
import type { Binary } from '../syntax/expression.ts';
import type { Json, Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { combine } from './outcome.ts';
import type { Scope } from './scope.ts';

const arithmetic: Readonly<Record<string, (a: number, b: number) => Json>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Arithmetic, comparison and logic on known values. */
export function evaluateBinary({ operator, left, right }: Binary, scope: Scope): Value {
  return combine([evaluate(left, scope), evaluate(right, scope)], ([a = null, b = null]) =>
    calculate(operator, a, b),
  );
}

function calculate(operator: string, a: Json, b: Json): Json | undefined {
  if (operator === '==') return isDeepStrictEqual(a, b);
  if (operator === '!=') return !isDeepStrictEqual(a, b);
  if (operator === '&&' || operator === '||') return logic(operator, a, b);
  const [x, y] = [numberOf(a), numberOf(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return undefined;
  const result = arithmetic[operator]?.(x, y);
  return typeof result === 'number' && !Number.isFinite(result) ? undefined : result;
}

function logic(operator: '&&' | '||', a: Json, b: Json): Json | undefined {
  if (typeof a !== 'boolean' || typeof b !== 'boolean') return undefined;
  return operator === '&&' ? a && b : a || b;
}

/** HCL turns a string of digits into a number where one is needed. */
function numberOf(value: Json): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
