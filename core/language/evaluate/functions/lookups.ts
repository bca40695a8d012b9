import {
  anything,
  bool,
  boolType,
  convertIfPossible,
  count,
  entriesOf,
  equal,
  isNull,
  isSequence,
  itemsOf,
  type Typed,
  typeText,
  unify,
} from '../../values/index.ts';
import { ofKind } from './collections.ts';
import {
  anyType,
  type FunctionSpec,
  nullable,
  numberType,
  param,
  refuse,
  stringType,
  textOf,
  wholeOf,
} from './spec.ts';

/** Functions that pick out of lists and maps. */
export const lookups: Readonly<Record<string, FunctionSpec>> = {
  element: {
    params: [param('list', anyType), param('index', numberType)],
    returns: anyType,
    structural: true,
    compute: ([value = anything, index = anything]) => element(value, index),
  },
  slice: {
    params: [param('list', anyType), param('start_index', numberType), param('end_index', numberType)],
    returns: anyType,
    structural: true,
    compute: ([value = anything, start = anything, end = anything]) => slice(value, start, end),
  },
  lookup: {
    params: [param('inputMap', anyType), param('key', stringType), nullable('default', anyType)],
    returns: anyType,
    structural: true,
    compute: ([value = anything, key = anything, fallback = anything]) => lookup(value, key, fallback),
  },
  contains: {
    params: [param('list', anyType), nullable('value', anyType)],
    returns: boolType,
    compute: ([value = anything, wanted = anything]) => {
      if (!isSequence(value.type)) throw refuse('a list or set is required');
      // Whether null may be looked for depends on the version.
      if (isNull(wanted)) return undefined;
      const results = itemsOf(value).map((item) => equal(wanted, item));
      return results.includes(undefined) && !results.includes(true)
        ? undefined
        : bool(results.includes(true));
    },
  },
  index: {
    params: [param('list', anyType), param('value', anyType)],
    returns: numberType,
    compute: ([value = anything, wanted = anything]) => {
      if (!['list', 'tuple'].includes(value.type.kind)) throw refuse('a list is required');
      const at = itemsOf(value).findIndex((item) => equal(item, wanted));
      if (at === -1) throw refuse('the list does not contain this value');
      return count(at);
    },
  },
  coalesce: {
    params: [],
    variadic: nullable('vals', anyType),
    returns: anyType,
    structural: true,
    compute: coalesce,
  },
  coalescelist: {
    params: [],
    variadic: nullable('vals', anyType),
    returns: anyType,
    structural: true,
    compute: coalesceList,
  },
};

function needsList({ type }: Typed): void {
  if (!['list', 'tuple', 'any'].includes(type.kind))
    throw refuse(`a list is required, and this is ${typeText(type)}`);
}

function element(value: Typed, index: Typed): Typed | undefined {
  needsList(value);
  if (index.data === undefined || value.data === undefined) return undefined;
  const at = wholeOf(index, 'the index');
  if (at < 0) throw refuse('the index must not be negative');
  const items = itemsOf(value);
  if (items.length === 0) throw refuse('an empty list has no elements');
  return items[at % items.length];
}

function slice(value: Typed, start: Typed, end: Typed): Typed | undefined {
  needsList(value);
  if ([value, start, end].some(({ data }) => data === undefined)) return undefined;
  const items = itemsOf(value);
  const [from, to] = [wholeOf(start, 'the start'), wholeOf(end, 'the end')];
  if (from < 0 || to < 0) throw refuse('start and end must not be negative');
  if (from > items.length || to > items.length) {
    throw refuse(`start and end must not be greater than the length of the list, ${items.length}`);
  }
  if (from > to) throw refuse('the start must not be greater than the end');
  return ofKind(value, items.slice(from, to));
}

function lookup(value: Typed, key: Typed, fallback: Typed): Typed | undefined {
  if (!['map', 'object', 'any'].includes(value.type.kind))
    throw refuse(`a map is required, and this is ${typeText(value.type)}`);
  if (value.data === undefined || key.data === undefined) return undefined;
  const found = entriesOf(value).get(textOf(key));
  if (value.type.kind !== 'map') return found ?? fallback;
  const other = convertIfPossible(fallback, value.type.element);
  if (!other) throw refuse('the default value must have the type of the elements');
  return found ?? other;
}

function coalesce(args: readonly Typed[]): Typed | undefined {
  const type = unify(args.map((arg) => arg.type));
  if (!type) throw refuse('all arguments must have the same type');
  for (const arg of args) {
    const value = type.kind === 'any' ? arg : (convertIfPossible(arg, type) ?? arg);
    if (value.data === undefined) return undefined;
    if (
      isNull(value) ||
      (typeof value.data === 'string' && value.data === '' && ['string', 'any'].includes(type.kind))
    )
      continue;
    return value;
  }
  throw refuse('all arguments are null or empty');
}

function coalesceList(args: readonly Typed[]): Typed | undefined {
  if (args.length === 0) throw refuse('at least one list is required');
  for (const arg of args) if (!isNull(arg)) needsList(arg);
  for (const arg of args) {
    if (arg.data === undefined) return undefined;
    if (itemsOf(arg).length > 0) return arg;
  }
  throw refuse('all lists are empty');
}
