import {
  anyType,
  isWhole,
  listType,
  numberType,
  numOf,
  Refusal,
  stringType,
  type Type,
  type Typed,
  text,
  unknownOf,
} from '../../values/index.ts';
import { isWhole as isWholeNumber, toDouble, truncate } from '../../values/number.ts';
import { Exhausted } from '../exhausted.ts';
import type { Scope } from '../scope.ts';

/** One of Packer's functions: what it takes and how it is computed here. */
export interface FunctionSpec {
  readonly params: readonly Param[];
  /** What any further argument is. */
  readonly variadic?: Param;
  /** The type of a result that is not known. */
  readonly returns: Type;
  /** Looks itself at what is unknown or secret inside its arguments; everything else only gets what is wholly known. */
  readonly structural?: boolean;
  /** Throws a Refusal where Packer refuses; `undefined` stands for a result that only Packer can know. */
  compute(args: readonly Typed[], scope: Scope): Typed | undefined;
}

export interface Param {
  readonly name: string;
  readonly type: Type;
  readonly nullable?: boolean;
}

export function param(name: string, type: Type): Param {
  return { name, type };
}
export function nullable(name: string, type: Type): Param {
  return { name, type, nullable: true };
}
export const listOfText = listType(stringType);
export const listOfAny = listType(anyType);

/** A function from texts to a text. */
export function textFunction(
  names: readonly string[],
  compute: (...texts: readonly string[]) => string,
): FunctionSpec {
  return {
    params: names.map((name) => param(name, stringType)),
    returns: stringType,
    compute: (args) => text(compute(...args.map(textOf))),
  };
}

/** A function whose result only Packer can know: a clock, a random number, a secret store. */
export function opaque(params: readonly Param[], variadic?: Param): FunctionSpec {
  const spec = { params, returns: stringType, compute: () => undefined };
  return variadic ? { ...spec, variadic } : spec;
}

export function textOf(value: Typed | undefined): string {
  return typeof value?.data === 'string' ? value.data : '';
}

/** The argument as a whole number. */
export function wholeOf(value: Typed | undefined, what = 'the number'): number {
  const num = value && numOf(value);
  if (!num || !isWholeNumber(num)) throw new Refusal('evaluation', `${what} must be a whole number`);
  const result = Number(truncate(num));
  // Go counts further than we do.
  if (!Number.isSafeInteger(result)) throw new Exhausted();
  return result;
}

/** The nearest double of a number. */
export function doubleOf(value: Typed | undefined): number {
  const num = value && numOf(value);
  return num ? toDouble(num) : Number.NaN;
}

export function refuse(message: string): Refusal {
  return new Refusal('evaluation', message);
}

export { anyType, isWhole, numberType, stringType, unknownOf };
