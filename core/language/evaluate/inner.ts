import type { Expression } from '../syntax/expression.ts';
import { anything, Refusal, type Typed } from '../values/index.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import type { Scope } from './scope.ts';

export interface Inner {
  readonly value: Typed;
  readonly refusal?: Refusal;
}

/** Evaluates what may turn out not to matter: a refusal is kept for whoever needs the value. */
export function attemptInner(expression: Expression, scope: Scope): Inner {
  try {
    return { value: evaluateTyped(expression, scope) };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { value: anything, refusal: thrown.at(expression.range) };
  }
}
