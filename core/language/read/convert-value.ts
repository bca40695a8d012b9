import { asText, combine } from '../evaluate/index.ts';
import type { Expression } from '../syntax/expression.ts';
import type { Json, Value } from '../value.ts';

/** A value as a variable of this type holds it: `"5"` is 5 in a number. What does not fit is left as it is. */
export function convertValue(value: Value, type: Expression | undefined): Value {
  return combine([value], ([json = null]) => convert(json, type));
}

/** The word of a type: `string`, `list`, `map` … */
export function typeName(type: Expression | undefined): string | undefined {
  if (type?.kind === 'name' || type?.kind === 'call') return type.name;
  return type?.kind === 'literal' && typeof type.value === 'string' ? type.value : undefined;
}

function convert(value: Json, type: Expression | undefined): Json {
  const name = typeName(type);
  if (value === null || name === undefined) return value;
  if (name === 'string') return asText(value) ?? value;
  if (name === 'number') return numberOf(value);
  if (name === 'bool') return booleanOf(value);
  const inner = type?.kind === 'call' ? type.args[0] : undefined;
  if (Array.isArray(value)) return value.map((item: Json) => convert(item, inner));
  if (name !== 'map' || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item, inner)]));
}

function numberOf(value: Json): Json {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? value : number;
}

function booleanOf(value: Json): Json {
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : value;
}
