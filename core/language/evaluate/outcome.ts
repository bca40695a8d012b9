import type { Json, Value } from '../value.ts';

export const unknown: Value = { state: 'unknown' };

export function known(value: Json): Value {
  return { state: 'known', value };
}

/** Computes with values that are all known; one unknown makes the result unknown, one sensitive makes it sensitive. */
export function combine(
  values: readonly Value[],
  compute: (values: readonly Json[]) => Json | undefined,
): Value {
  const plain: Json[] = [];
  for (const value of values) {
    if (value.state === 'unknown') return unknown;
    plain.push(value.value);
  }
  const result = compute(plain);
  if (result === undefined) return unknown;
  return values.some(({ state }) => state === 'sensitive')
    ? { state: 'sensitive', value: result }
    : known(result);
}

/** The same value, not to be shown. */
export function sensitive(value: Value): Value {
  return value.state === 'known' ? { state: 'sensitive', value: value.value } : value;
}

/** A value that depends on another one without containing it, such as the chosen branch of a condition. */
export function taintedBy(source: Value, value: Value): Value {
  return source.state === 'sensitive' ? sensitive(value) : value;
}

/** As Packer writes it into a string; lists and objects have no text. */
export function asText(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
