import type { Call } from '../syntax/expression.ts';
import {
  anyType,
  anything,
  convert,
  hasSecret,
  isNull,
  isSequence,
  isWhole,
  itemsOf,
  Refusal,
  secretIf,
  type Typed,
  typeText,
  unknownOf,
} from '../values/index.ts';
import { checkCount } from './argument-count.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import type { FunctionSpec, Param } from './functions/spec.ts';
import { functions } from './functions/table.ts';
import { lazyFunctions } from './lazy-functions.ts';
import type { Scope } from './scope.ts';
import { unknownFunction } from './unknown-function.ts';

interface Argument {
  readonly value: Typed;
  readonly range: Call['range'];
}

/** A function call; functions of older templates are not HCL's and stay unknown, except for the environment. */
export function evaluateCall(call: Call, scope: Scope): Typed {
  if (scope.legacy && (call.name !== 'env' || !scope.env)) return anything;
  if (scope.constant !== undefined && (call.name !== 'env' || !scope.env)) throw constantOnly(call, scope);
  const lazy = lazyFunctions[call.name];
  if (lazy) return lazy(call, scope);
  const spec = functions.get(call.name);
  if (!spec) throw unknownFunction(call);
  if (!call.expands) checkCount(call, spec, call.args.length);
  const args = argumentsOf(call, scope);
  if (!args) return unknownOf(spec.returns);
  if (call.expands) checkCount(call, spec, args.length);
  const values = args.map((arg, index) => fitting(arg, paramAt(spec, index)));
  return invoke(call, { spec, values }, scope);
}

function constantOnly({ name, range }: Call, { constant = '', env }: Scope): Refusal {
  const allowed = env ? 'only env(…) can be called in it' : 'no function can be called in it';
  return new Refusal('reference', `${constant} must be constant: ${allowed}, and not ${name}.`, range);
}

/** Undefined when `...` stands behind a list that is not known. */
function argumentsOf({ args, expands }: Call, scope: Scope): readonly Argument[] | undefined {
  const values = args.map((arg) => ({ value: evaluateTyped(arg, scope), range: arg.range }));
  const last = values.at(-1);
  if (!expands || !last) return values;
  const { value, range } = last;
  if (isNull(value)) throw new Refusal('evaluation', 'The list before "..." is null.', range);
  if (value.type.kind !== 'any' && !isSequence(value.type)) {
    throw new Refusal(
      'type',
      `Only a list can be followed by "...", and this is ${typeText(value.type)}.`,
      range,
    );
  }
  if (value.data === undefined) return undefined;
  const expanded = itemsOf(value).map((item) => ({ value: secretIf(value.secret, item), range }));
  return [...values.slice(0, -1), ...expanded];
}

function paramAt({ params, variadic }: FunctionSpec, index: number): Param {
  return params[index] ?? variadic ?? { name: 'argument', type: anyType };
}

function fitting({ value, range }: Argument, { name, type, nullable }: Param): Typed {
  const result = converted({ value, range }, type, name);
  if (isNull(result) && !nullable) {
    throw new Refusal('evaluation', `The argument "${name}" must not be null.`, range);
  }
  return result;
}

function converted({ value, range }: Argument, type: Param['type'], name: string): Typed {
  try {
    return convert(value, type);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    throw new Refusal('type', `The argument "${name}" does not fit: ${thrown.message}.`, range);
  }
}

interface Invocation {
  readonly spec: FunctionSpec;
  readonly values: readonly Typed[];
}

function invoke(call: Call, { spec, values }: Invocation, scope: Scope): Typed {
  const secret = values.some((value) => (spec.structural ? value.secret : hasSecret(value)));
  if (!spec.structural && !values.every(isWhole)) return secretIf(secret, unknownOf(spec.returns));
  try {
    const result = spec.compute(values, scope);
    return secretIf(secret, result ?? unknownOf(spec.returns));
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const message = thrown.range ? thrown.message : `${call.name}: ${thrown.message}.`;
    throw new Refusal(thrown.kind, message, thrown.range ?? call.range);
  }
}
