import type { Expression } from '../syntax/expression.ts';
import type { Value } from '../value.ts';
import { evaluateAccess } from './access.ts';
import { evaluateBinary } from './binary.ts';
import { evaluateCall } from './call.ts';
import { evaluateCollection } from './collection.ts';
import { evaluateConditional } from './conditional.ts';
import { known, unknown } from './outcome.ts';
import type { Scope } from './scope.ts';
import { evaluateTemplate } from './template-string.ts';
import { evaluateUnary } from './unary.ts';

/** What an expression comes to, as far as that can be told without Packer. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return known(expression.value);
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'attribute':
    case 'index':
      return evaluateAccess(expression, scope);
    case 'list':
    case 'object':
      return evaluateCollection(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    default:
      return unknown;
  }
}
