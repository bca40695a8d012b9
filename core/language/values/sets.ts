import { equal } from './equal.ts';
import { quote } from './go-quote.ts';
import { compare } from './number.ts';
import { numberText } from './number-text.ts';
import type { Type } from './type.ts';
import { anything, compareText, isWhole, numOf, set, type Typed } from './typed.ts';

/** The elements as a set: each once, in the order in which HCL walks over sets. Unknown when an element is. */
export function setOf(items: readonly Typed[], element: Type): Typed {
  if (!items.every(isWhole)) return { ...anything, secret: items.some(({ secret }) => secret) };
  const sorted = [...items].sort(compareElements);
  const unique = sorted.filter((item, index) => index === 0 || !equal(item, sorted[index - 1] ?? item));
  return set(unique, element);
}

function compareElements(a: Typed, b: Typed): number {
  if (a.data === null || b.data === null) return Number(a.data === null) - Number(b.data === null);
  const [x, y] = [numOf(a), numOf(b)];
  if (x && y) return compare(x, y);
  if (typeof a.data === 'string' && typeof b.data === 'string') return compareText(a.data, b.data);
  if (typeof a.data === 'boolean') return Number(a.data) - Number(b.data);
  return compareText(fingerprint(a), fingerprint(b));
}

/** Sets of lists and objects are ordered by a text form that go-cty hashes. */
function fingerprint({ type, data }: Typed): string {
  if (data === undefined) return '?';
  if (data === null) return '~';
  if (typeof data === 'boolean') return data ? 'T' : 'F';
  if (typeof data === 'string') return quote(data);
  if ('mantissa' in data) return numberText(data);
  if (data instanceof Map) {
    const entries = [...data].map(([key, value]) =>
      type.kind === 'map' ? `${quote(key)}:${fingerprint(value)};` : `${fingerprint(value)};`,
    );
    return type.kind === 'map' ? `{${entries.join('')}}` : `<${entries.join('')}>`;
  }
  const items = (data as readonly Typed[]).map((item) => `${fingerprint(item)};`).join('');
  return type.kind === 'tuple' ? `<${items}>` : `[${items}]`;
}
