import type { Json, Value } from '../value.ts';

/** Every string inside a value that is known, at any depth. */
export function knownTexts(value: Value): readonly string[] {
  return value.state === 'unknown' ? [] : textsOf(value.value);
}

function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: Json) => textsOf(inner));
}
