import type { Expression } from '../syntax/expression.ts';
import type { Value } from '../value.ts';
import { anything, Refusal, type Typed } from '../values/index.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { Exhausted } from './exhausted.ts';
import { plainValue } from './outcome.ts';
import type { Scope } from './scope.ts';

/** A value, or the reason why Packer would refuse to compute it. */
export interface Attempt {
  readonly value: Typed;
  readonly refusal?: Refusal;
}

/** Steps that one expression may take: nested loops can ask for billions. */
const mostSteps = 200_000;

/** What an expression comes to, as far as that can be told without Packer; what is wrong with it makes it unknown. */
export function evaluate(expression: Expression, scope: Scope): Value {
  return plainValue(attempt(expression, scope).value);
}

/**
 * Evaluates with the types of HCL and says what is wrong. Never throws. What is only wrong because nobody gave a value yet
 * (an empty default, an environment variable that is not set here) says nothing: where the template is built, it may be.
 */
export function attempt(expression: Expression, scope: Scope): Attempt {
  const result = attemptOnce(expression, scope);
  if (!result.refusal || !scope.lenient) return result;
  const lenient = attemptOnce(expression, scope.lenient);
  return lenient.refusal ? result : lenient;
}

function attemptOnce(expression: Expression, scope: Scope): Attempt {
  try {
    return { value: evaluateTyped(expression, { ...scope, work: { left: mostSteps } }) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { value: anything, refusal: thrown.at(expression.range) };
    // Nesting by the ten thousand exhausts the stack.
    if (thrown instanceof Exhausted || thrown instanceof RangeError) return { value: anything };
    throw thrown;
  }
}
