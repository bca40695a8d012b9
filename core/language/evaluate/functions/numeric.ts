import {
  bool,
  boolType,
  convert,
  isNull,
  itemsOf,
  list,
  listType,
  type Num,
  number,
  numOf,
  type Typed,
} from '../../values/index.ts';
import {
  absolute,
  add,
  compare,
  fromDouble,
  integer,
  isWhole,
  isZero,
  truncate,
} from '../../values/number.ts';
import { doubleOf, type FunctionSpec, numberType, param, refuse, textOf, wholeOf } from './spec.ts';

const numbers = param('numbers', numberType);

export const numeric: Readonly<Record<string, FunctionSpec>> = {
  abs: unary((value) => ({ ...value, mantissa: absolute(value.mantissa) })),
  ceil: unary((value) => roundTo(value, 1)),
  floor: unary((value) => roundTo(value, -1)),
  signum: {
    params: [param('num', numberType)],
    returns: numberType,
    compute: ([value]) => number(integer(Math.sign(wholeOf(value)))),
  },
  log: doubles(['num', 'base'], (value, base) => Math.log(value) / Math.log(base)),
  pow: doubles(['num', 'power'], (value, power) => value ** power),
  min: extreme((order) => order < 0),
  max: extreme((order) => order > 0),
  sum: {
    params: [param('list', { kind: 'any' })],
    returns: numberType,
    compute: ([value]) => sum(value),
  },
  parseint: {
    params: [param('number', { kind: 'any' }), param('base', numberType)],
    returns: numberType,
    compute: ([value, base]) => parseInteger(value, wholeOf(base, 'the base')),
  },
  range: {
    params: [],
    variadic: param('params', numberType),
    returns: listType(numberType),
    compute: (args) => range(args.flatMap((arg) => numOf(arg) ?? [])),
  },
};

export const logical: Readonly<Record<string, FunctionSpec>> = {
  alltrue: truths((flags) => flags.every(Boolean)),
  anytrue: truths((flags) => flags.some(Boolean)),
};

function truths(holds: (flags: readonly boolean[]) => boolean): FunctionSpec {
  return {
    params: [param('list', listType(boolType))],
    returns: boolType,
    compute: ([value]) => bool(holds(value ? itemsOf(value).map(({ data }) => data === true) : [])),
  };
}

function unary(compute: (value: Num) => Num): FunctionSpec {
  return {
    params: [param('num', numberType)],
    returns: numberType,
    compute: ([value]) => {
      const num = value && numOf(value);
      return num && number(compute(num));
    },
  };
}

function roundTo(value: Num, direction: 1 | -1): Num {
  if (isWhole(value)) return { ...value, negativeZero: false };
  const cut = truncate(value);
  const up = value.mantissa > 0n === direction > 0;
  return { ...integer(up ? cut + BigInt(direction) : cut), precision: value.precision };
}

/** Go's logarithms and powers may differ from ours in the last digit: only results that cannot are given. */
function doubles(names: readonly [string, string], compute: (a: number, b: number) => number): FunctionSpec {
  return {
    params: names.map((name) => param(name, numberType)),
    returns: numberType,
    compute: ([a, b]) => {
      const result = compute(doubleOf(a), doubleOf(b));
      const exact = Number.isSafeInteger(result) ? fromDouble(result) : undefined;
      return exact && number(exact);
    },
  };
}

function extreme(better: (order: number) => boolean): FunctionSpec {
  return {
    params: [],
    variadic: numbers,
    returns: numberType,
    compute: (args) => {
      const [first, ...rest] = args.flatMap((arg) => numOf(arg) ?? []);
      if (!first) throw refuse('at least one number is required');
      return number(rest.reduce((best, one) => (better(compare(one, best)) ? one : best), first));
    },
  };
}

function sum(value: Typed | undefined): Typed | undefined {
  if (!value || !['list', 'set', 'tuple'].includes(value.type.kind))
    throw refuse('a list of numbers is required');
  const items = itemsOf(value);
  if (items.length === 0) throw refuse('an empty list has no sum');
  if (items.some(isNull)) throw refuse('a list with a null value has no sum');
  const nums = items.map((item) => numOf(convert(item, numberType)));
  if (nums.includes(undefined)) return undefined;
  return number((nums as readonly Num[]).reduce((total, one) => add(total, one)));
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function parseInteger(value: Typed | undefined, base: number): Typed {
  if (value?.type.kind !== 'string') throw refuse('the first argument must be a string');
  if (base < 2 || base > 62) throw refuse('the base must be between 2 and 62');
  const written = textOf(value);
  const [, sign = '', letters = ''] = /^([+-]?)(.+)$/.exec(written) ?? [];
  let result = 0n;
  for (const letter of letters) {
    // Up to 36, capitals are the same digits.
    const digit = digits.indexOf(base <= 36 ? letter.toLowerCase() : letter);
    if (digit < 0 || digit >= base) throw refuse(`this is not a whole number of base ${base}`);
    result = result * BigInt(base) + BigInt(digit);
  }
  if (letters === '') throw refuse(`this is not a whole number of base ${base}`);
  return number(integer(sign === '-' ? -result : result));
}

/** More than that, Packer refuses as well. */
const mostInRange = 1024;

function range(args: readonly Num[]): Typed {
  const [first, second, third] = args;
  if (!first || args.length > 3) throw refuse('one, two or three numbers are required');
  const start = second ? first : integer(0);
  const end = second ?? first;
  const falling = compare(end, start) < 0;
  const step = third ?? integer(falling ? -1 : 1);
  if (isZero(step)) throw refuse('the step must not be zero');
  const down = compare(step, integer(0)) < 0;
  if (down !== falling && compare(end, start) !== 0) {
    throw refuse(
      `with a ${down ? 'negative' : 'positive'} step the end must be ${down ? 'less' : 'greater'} than the start`,
    );
  }
  const values: Typed[] = [];
  for (let at = start; down ? compare(at, end) > 0 : compare(at, end) < 0; at = add(at, step)) {
    if (values.length >= mostInRange) throw refuse(`more than ${mostInRange} numbers`);
    values.push(number(at));
  }
  return list(values, numberType);
}
