import type { Attr, Expression, Index, Name } from '../syntax/expression.ts';
import { anything, secretIf, type Typed, text } from '../values/index.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { attributeOf, elementAt } from './member.ts';
import { evaluateRoot, isReference, referenced } from './reference.ts';
import type { Scope } from './scope.ts';

/** A word that stands alone: what a `for` binds, or one of Packer's own objects as a whole. */
export function evaluateName({ name, range }: Name, scope: Scope): Typed {
  return scope.names?.get(name) ?? evaluateRoot(name, scope, range);
}

/** `var.x`, `local.x`, `path.root`, and what lies inside a list or object. */
export function evaluateAccess(expression: Attr | Index, scope: Scope): Typed {
  const { target } = expression;
  if (target.kind === 'name' && isReference(target.name, scope)) {
    const key =
      expression.kind === 'attribute' ? text(expression.name) : evaluateTyped(expression.key, scope);
    return referenced(target.name, key, { scope, range: expression.range });
  }
  const foreign = foreignReference(expression, scope);
  if (foreign) return foreign;
  const container = evaluateTyped(target, scope);
  if (expression.kind === 'attribute') return attributeOf(container, expression.name, expression.range);
  const key = evaluateTyped(expression.key, scope);
  return secretIf(key.secret, elementAt(container, key, expression.range));
}

/** `data.type.name`: Packer's answer is not known, but whether there is such a data source is. */
function foreignReference({ target, ...step }: Attr | Index, scope: Scope): Typed | undefined {
  if (target.kind !== 'attribute' || !isDataRoot(target.target, scope)) return undefined;
  const name = step.kind === 'attribute' ? step.name : undefined;
  if (name === undefined || !scope.hasDataSource) return anything;
  return referenced('data', text(`${target.name}.${name}`), { scope, range: step.range });
}

function isDataRoot(expression: Expression, scope: Scope): boolean {
  return expression.kind === 'name' && expression.name === 'data' && !scope.names?.has('data');
}
