import type { Json, Value } from '../value.ts';
import { fromJson, hasSecret, secretIf, type Typed, toJson } from '../values/index.ts';

export const unknown: Value = { state: 'unknown' };

export function known(value: Json): Value {
  return { state: 'known', value };
}

/** The same value, not to be shown. */
export function sensitive(value: Value): Value {
  return value.state === 'known' ? { state: 'sensitive', value: value.value } : value;
}

/** What the rest of the product sees of a value. */
export function plainValue(typed: Typed): Value {
  const value = toJson(typed);
  if (value === undefined) return unknown;
  return { state: hasSecret(typed) ? 'sensitive' : 'known', value };
}

/** The value with the types of a literal; undefined when it is unknown. */
export function typedOf(value: Value): Typed | undefined {
  return value.state === 'unknown' ? undefined : secretIf(value.state === 'sensitive', fromJson(value.value));
}
