import type { Json } from '../value.ts';
import { parseNumber } from './number.ts';
import { anyType } from './type.ts';
import { anything, bool, nullOf, number, object, type Typed, text, tuple } from './typed.ts';

/** A plain value with the types that HCL gives a literal of this shape. */
export function fromJson(value: Json): Typed {
  if (value === null) return nullOf(anyType);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'number') {
    const parsed = parseNumber(String(value));
    return parsed ? number(parsed) : anything;
  }
  if (Array.isArray(value)) return tuple(value.map((item: Json) => fromJson(item)));
  return object(Object.entries(value).map(([name, item]) => [name, fromJson(item as Json)] as const));
}
