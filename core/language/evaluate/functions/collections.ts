import {
  anything,
  convert,
  count,
  entriesOf,
  equal,
  hasAny,
  isKeyed,
  isNull,
  isSequence,
  itemsOf,
  list,
  map,
  object,
  sameType,
  secretIf,
  type Typed,
  text,
  tuple,
  typeText,
  unify,
} from '../../values/index.ts';
import { graphemes } from './graphemes.ts';
import {
  anyType,
  type FunctionSpec,
  isWhole,
  listOfAny,
  listOfText,
  nullable,
  numberType,
  param,
  refuse,
  stringType,
  textOf,
  wholeOf,
} from './spec.ts';

/** Functions that look at lists and maps as wholes, or build new ones of their elements. */
export const collections: Readonly<Record<string, FunctionSpec>> = {
  length: {
    params: [param('value', anyType)],
    returns: numberType,
    structural: true,
    compute: ([value = anything]) => length(value),
  },
  keys: {
    params: [param('inputMap', anyType)],
    returns: anyType,
    structural: true,
    compute: ([value = anything]) => keys(value),
  },
  values: {
    params: [param('mapping', anyType)],
    returns: anyType,
    structural: true,
    compute: ([value = anything]) => {
      needsKeys(value);
      if (value.data === undefined) return undefined;
      const items = [...entriesOf(value).values()];
      return value.type.kind === 'map' ? list(items, value.type.element) : tuple(items);
    },
  },
  reverse: {
    params: [param('list', anyType)],
    returns: anyType,
    structural: true,
    compute: ([value = anything]) => {
      if (value.type.kind !== 'any' && !isSequence(value.type)) throw refuse('a list is required');
      return value.data === undefined ? undefined : ofKind(value, itemsOf(value).toReversed());
    },
  },
  flatten: {
    params: [param('list', anyType)],
    returns: anyType,
    structural: true,
    compute: ([value = anything]) => {
      if (value.type.kind !== 'any' && !isSequence(value.type)) throw refuse('a list is required');
      const flat = flatten(value);
      return flat && tuple(flat);
    },
  },
  concat: {
    params: [],
    variadic: param('seqs', anyType),
    returns: anyType,
    structural: true,
    compute: concat,
  },
  merge: {
    params: [],
    variadic: nullable('maps', anyType),
    returns: anyType,
    structural: true,
    compute: merge,
  },
  zipmap: {
    params: [param('keys', listOfText), param('values', anyType)],
    returns: anyType,
    structural: true,
    compute: ([names = anything, items = anything]) => zipmap(names, items),
  },
  chunklist: {
    params: [param('list', listOfAny), param('size', numberType)],
    returns: listOfAny,
    compute: ([value = anything, size]) => chunks(value, wholeOf(size, 'the size')),
  },
  compact: {
    params: [param('list', listOfText)],
    returns: listOfText,
    compute: ([value = anything]) =>
      list(
        itemsOf(value).filter((item) => !isNull(item) && textOf(item) !== ''),
        stringType,
      ),
  },
  distinct: {
    params: [param('list', listOfAny)],
    returns: listOfAny,
    compute: ([value = anything]) => {
      const found: Typed[] = [];
      for (const item of itemsOf(value)) if (!found.some((one) => equal(one, item))) found.push(item);
      return ofKind(value, found);
    },
  },
  sort: {
    params: [param('list', listOfText)],
    returns: listOfText,
    compute: ([value = anything]) => {
      if (itemsOf(value).some(isNull)) throw refuse('a list with a null value cannot be sorted');
      const texts = itemsOf(value).map(textOf);
      return list([...texts].sort(byCodePoint).map(text), stringType);
    },
  },
};

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function length(value: Typed): Typed | undefined {
  const { type, data } = value;
  if (type.kind === 'tuple') return count(type.elements.length);
  if (type.kind === 'object') return count(type.attributes.size);
  if (type.kind === 'number' || type.kind === 'bool') throw refuse(`a ${type.kind} has no length`);
  if (data === undefined) return undefined;
  if (typeof data === 'string') return count(graphemes(data).length);
  return count(isKeyed(type) ? entriesOf(value).size : itemsOf(value).length);
}

function keys(value: Typed): Typed | undefined {
  needsKeys(value);
  if (value.data === undefined && value.type.kind !== 'object') return undefined;
  const names = value.type.kind === 'object' ? value.type.attributes.keys() : entriesOf(value).keys();
  const items = [...names].map(text);
  return value.type.kind === 'object' ? tuple(items) : list(items, stringType);
}

function needsKeys({ type }: Typed): void {
  if (type.kind !== 'any' && !isKeyed(type))
    throw refuse(`a map or object is required, and this is ${typeText(type)}`);
}

/** A sequence of the same kind; sets become lists. */
export function ofKind(like: Typed, items: readonly Typed[]): Typed {
  return 'element' in like.type ? list(items, like.type.element) : tuple(items);
}

function flatten(value: Typed): readonly Typed[] | undefined {
  if (value.data === undefined) return undefined;
  const found: Typed[] = [];
  for (const item of itemsOf(value)) {
    if (item.type.kind === 'any' && item.data === undefined) return undefined;
    if (!isSequence(item.type) || isNull(item)) found.push(secretIf(value.secret, item));
    else {
      const inner = flatten(secretIf(value.secret, item));
      if (!inner) return undefined;
      for (const one of inner) found.push(one);
    }
  }
  return found;
}

function concat(args: readonly Typed[]): Typed | undefined {
  if (args.length === 0) throw refuse('at least one list is required');
  const odd = args.find(({ type }) => !['list', 'tuple', 'any'].includes(type.kind));
  if (odd) throw refuse(`all arguments must be lists, and one is ${typeText(odd.type)}`);
  if (args.some(({ data }) => data === undefined)) return undefined;
  if (args.every(({ type }) => type.kind === 'list')) {
    const type = unify(args.map((arg) => arg.type));
    if (type?.kind === 'list' && !hasAny(type)) {
      return list(
        args.flatMap((arg) => itemsOf(convert(arg, type))),
        type.element,
      );
    }
  }
  return tuple(args.flatMap((arg) => itemsOf(arg).map((item) => secretIf(arg.secret, item))));
}

function merge(args: readonly Typed[]): Typed | undefined {
  for (const arg of args) if (arg.data !== null) needsKeys(arg);
  if (args.some(({ data }) => data === undefined)) return undefined;
  const entries = args.flatMap((arg) =>
    [...entriesOf(arg)].map(([name, item]) => [name, secretIf(arg.secret, item)] as const),
  );
  const [first] = args;
  const type = first?.type;
  const alike = type?.kind === 'map' && args.every((arg) => sameType(arg.type, type));
  return alike ? map(entries, type.element) : object(entries);
}

function zipmap(names: Typed, items: Typed): Typed | undefined {
  if (!['list', 'tuple', 'any'].includes(items.type.kind)) throw refuse('the values must be a list');
  if (!isWhole(names) || items.data === undefined) return undefined;
  const [keysOf, valuesOf] = [itemsOf(names), itemsOf(items)];
  if (keysOf.length !== valuesOf.length) {
    throw refuse(`there are ${keysOf.length} keys and ${valuesOf.length} values`);
  }
  if (keysOf.some(isNull)) throw refuse('a key must not be null');
  const entries = keysOf.map((key, index) => [textOf(key), valuesOf[index] ?? anything] as const);
  return 'element' in items.type ? map(entries, items.type.element) : object(entries);
}

function chunks(value: Typed, size: number): Typed {
  if (size < 0) throw refuse('the size must not be negative');
  const items = itemsOf(value);
  const parts: Typed[] = [];
  for (let at = 0; at < items.length; at += size || items.length) {
    parts.push(ofKind(value, items.slice(at, at + (size || items.length))));
  }
  return list(parts, value.type);
}
