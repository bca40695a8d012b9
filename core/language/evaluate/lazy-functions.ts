import type { Call, Expression } from '../syntax/expression.ts';
import {
  anything,
  bool,
  boolType,
  convert,
  isNull,
  isWhole,
  Refusal,
  type Typed,
  unknownOf,
} from '../values/index.ts';
import { checkCount } from './argument-count.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { anyType, type FunctionSpec, param } from './functions/spec.ts';
import { attemptInner } from './inner.ts';
import type { Scope } from './scope.ts';
import { readType } from './type-expression.ts';

type Lazy = (call: Call, scope: Scope) => Typed;

/** Functions that take expressions instead of values. */
export const lazyFunctions: Readonly<Record<string, Lazy>> = {
  try: tryFirst,
  can: (call, scope) => {
    checkCount(call, shape('expression'), call.args.length);
    const { value, refusal } = attemptInner(call.args[0] as Expression, scope);
    if (refusal) return bool(false);
    return isWhole(value) ? bool(true) : unknownOf(boolType);
  },
  convert: (call, scope) => {
    checkCount(call, shape('value', 'type'), call.args.length);
    const [value, type] = call.args as [Expression, Expression];
    return converted(evaluateTyped(value, scope), type, call);
  },
};

function shape(...names: readonly string[]): FunctionSpec {
  return { params: names.map((name) => param(name, anyType)), returns: anyType, compute: () => undefined };
}

/** The first argument that can be computed; one that only Packer knows leaves all open. */
function tryFirst(call: Call, scope: Scope): Typed {
  if (call.args.length === 0)
    throw new Refusal('evaluation', 'try: at least one expression is required.', call.range);
  for (const arg of call.args) {
    const { value, refusal } = attemptInner(arg, scope);
    if (refusal) continue;
    return isWhole(value) ? value : anything;
  }
  throw new Refusal('evaluation', 'try: none of the expressions can be computed.', call.range);
}

function converted(value: Typed, written: Expression, call: Call): Typed {
  const type = readType(written);
  if (isNull(value) && value.type.kind === 'any') return { ...value, type };
  try {
    return convert(value, type);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    throw new Refusal('type', `convert: ${thrown.message}.`, call.range);
  }
}
