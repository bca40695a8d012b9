import type { Expression, Literal } from '../syntax/expression.ts';
import { anything, fromJson, number, parseNumber, type Typed } from '../values/index.ts';
import { evaluateAccess, evaluateName } from './access.ts';
import { evaluateBinary } from './binary.ts';
import { evaluateCall } from './call.ts';
import { evaluateList, evaluateObject } from './collection.ts';
import { evaluateConditional } from './conditional.ts';
import { Exhausted } from './exhausted.ts';
import { evaluateFor } from './for.ts';
import type { Scope } from './scope.ts';
import { evaluateSplat } from './splat.ts';
import { evaluateTemplate, evaluateTemplateFor, evaluateTemplateIf } from './template-string.ts';
import { evaluateUnary } from './unary.ts';

/** What an expression comes to; throws a Refusal where Packer would refuse it. */
export function evaluateTyped(expression: Expression, scope: Scope): Typed {
  spend(scope);
  switch (expression.kind) {
    case 'literal':
      return literal(expression);
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'template-if':
      return evaluateTemplateIf(expression, scope);
    case 'template-for':
      return evaluateTemplateFor(expression, scope);
    case 'name':
      return evaluateName(expression, scope);
    case 'attribute':
    case 'index':
      return evaluateAccess(expression, scope);
    case 'splat':
      return evaluateSplat(expression, scope);
    case 'list':
      return evaluateList(expression, scope);
    case 'object':
      return evaluateObject(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'for':
      return evaluateFor(expression, scope);
    case 'broken':
      return anything;
  }
}

function literal({ value, digits }: Literal): Typed {
  const exact = digits === undefined ? undefined : parseNumber(digits);
  return exact ? number(exact) : fromJson(value);
}

function spend({ work }: Scope): void {
  if (!work) return;
  work.left -= 1;
  if (work.left < 0) throw new Exhausted();
}
