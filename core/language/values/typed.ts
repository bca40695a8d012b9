import { integer, type Num } from './number.ts';
import { anyType, boolType, listType, mapType, numberType, setType, stringType, type Type } from './type.ts';

/** A value with its type, as HCL computes with it. */
export interface Typed {
  readonly type: Type;
  readonly data: Data;
  /** What came from something sensitive must not be shown. */
  readonly secret: boolean;
  /** How many values are in it, one when absent. */
  readonly weight?: number;
  /** How deeply they are nested, zero when absent. */
  readonly depth?: number;
}

/** Beyond, nothing is computed: doubling a text or a list in every local would fill the memory. */
const longestText = 1 << 20;
const mostValues = 100_000;
const deepestValue = 500;

/** `undefined` is unknown. Lists, sets and tuples are arrays; maps and objects are sorted by key. */
export type Data = undefined | null | string | boolean | Num | readonly Typed[] | ReadonlyMap<string, Typed>;

export function unknownOf(type: Type): Typed {
  return { type, data: undefined, secret: false };
}
export const anything: Typed = unknownOf(anyType);

export function nullOf(type: Type): Typed {
  return { type, data: null, secret: false };
}

/** HCL normalises text. */
export function text(value: string): Typed {
  if (value.length > longestText) return unknownOf(stringType);
  return { type: stringType, data: value.normalize('NFC'), secret: false };
}
export function number(value: Num): Typed {
  return { type: numberType, data: value, secret: false };
}
export function count(value: number): Typed {
  return number(integer(value));
}
export function bool(value: boolean): Typed {
  return { type: boolType, data: value, secret: false };
}

export function tuple(items: readonly Typed[]): Typed {
  return whole({ kind: 'tuple', elements: items.map(({ type }) => type) }, items, items);
}
export function object(entries: Iterable<readonly [string, Typed]>): Typed {
  const data = sortedMap(entries);
  const attributes = new Map([...data].map(([name, { type }]) => [name, type]));
  return whole({ kind: 'object', attributes }, data, [...data.values()]);
}
export function list(items: readonly Typed[], element: Type = items[0]?.type ?? anyType): Typed {
  return whole(listType(element), items, items);
}
export function map(entries: Iterable<readonly [string, Typed]>, element: Type): Typed {
  const data = sortedMap(entries);
  return whole(mapType(element), data, [...data.values()]);
}
/** `items` are in order and no two are equal. */
export function set(items: readonly Typed[], element: Type): Typed {
  return whole(setType(element), items, items);
}

function whole(type: Type, data: Data, children: readonly Typed[]): Typed {
  let [weight, depth] = [1, 0];
  for (const child of children) {
    weight += child.weight ?? 1;
    depth = Math.max(depth, child.depth ?? 0);
  }
  const isTooMuch = weight > mostValues || depth >= deepestValue;
  return isTooMuch ? anything : { type, data, secret: false, weight, depth: depth + 1 };
}

function sortedMap(entries: Iterable<readonly [string, Typed]>): ReadonlyMap<string, Typed> {
  return new Map([...new Map(entries)].sort(([a], [b]) => compareText(a, b)));
}

/** By code points, as Go sorts bytes; JavaScript's own order differs beyond the basic plane. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let at = 0; at < x.length && at < y.length; at += 1) {
    const difference = (x[at]?.codePointAt(0) ?? 0) - (y[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

export function isUnknown({ data }: Typed): boolean {
  return data === undefined;
}
export function isNull({ data }: Typed): boolean {
  return data === null;
}

/** The elements of a list, set or tuple, none of anything else. */
export function itemsOf({ data }: Typed): readonly Typed[] {
  return Array.isArray(data) ? data : [];
}
/** The entries of a map or object, none of anything else. */
export function entriesOf({ data }: Typed): ReadonlyMap<string, Typed> {
  return data instanceof Map ? data : new Map();
}
/** The values in it, whatever they hang on. */
export function childrenOf(value: Typed): readonly Typed[] {
  return value.data instanceof Map ? [...value.data.values()] : itemsOf(value);
}

/** Whether nothing in it is unknown. */
export function isWhole(value: Typed): boolean {
  return value.data !== undefined && childrenOf(value).every(isWhole);
}
/** Whether it, or anything in it, is secret. */
export function hasSecret(value: Typed): boolean {
  return value.secret || childrenOf(value).some(hasSecret);
}
export function secretIf(secret: boolean, value: Typed): Typed {
  return secret && !value.secret ? { ...value, secret } : value;
}

export function numOf({ data }: Typed): Num | undefined {
  return typeof data === 'object' && data !== null && 'mantissa' in data ? data : undefined;
}
