import type { Expression } from '../../syntax/expression.ts';
import { walkExpression } from '../../syntax/walk-expression.ts';
import { entriesOf, Refusal, type Typed } from '../../values/index.ts';
import { evaluateTyped } from '../evaluate-typed.ts';
import type { Scope } from '../scope.ts';
import { refuse } from './spec.ts';

/** The text of a template file with these values; nothing else has a meaning in it. */
export function renderTemplate(expression: Expression, vars: Typed, scope: Scope): Typed {
  for (const part of walkExpression(expression)) {
    if (part.kind === 'call' && part.name === 'templatefile') throw refuse('templatefile cannot call itself');
  }
  const inner: Scope = { ...scope, names: entriesOf(vars), isolated: true };
  try {
    return evaluateTyped(expression, inner);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    // Its place is in the template file, not where the call stands.
    throw new Refusal(thrown.kind, thrown.message);
  }
}
