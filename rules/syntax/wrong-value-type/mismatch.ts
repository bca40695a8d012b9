import type { Json } from 'packer-hybrid/rules';
import { type Branch, type Shape, shapeOfType } from '../_shared/shape.ts';

/** What an attribute takes and what it gets, where the one cannot become the other. */
export interface Mismatch {
  readonly expected: string;
  readonly found: string;
}

/** Compares a value with the type of an attribute, by HCL's conversions: words, numbers and truth values change freely. */
export function mismatch(type: string, { shape, value }: Branch): Mismatch | undefined {
  const expected = shapeOfType(type);
  if (expected === undefined || expected === shape)
    return expected === 'list' ? inner(type, value) : undefined;
  const isScalar = shape !== 'list' && shape !== 'map';
  if (isScalar && expected !== 'list' && expected !== 'map') return scalar(expected, { shape, value });
  return { expected: named[expected], found: named[shape] };
}

const named: Readonly<Record<Shape, string>> = {
  string: 'a string',
  number: 'a number',
  bool: 'a truth value',
  list: 'a list',
  map: 'a map',
};

function scalar(
  expected: Shape,
  { shape, value }: { readonly shape: Shape; readonly value: Json | undefined },
): Mismatch | undefined {
  if (expected === 'string' || value === undefined) return undefined;
  const text = String(value);
  const fits =
    expected === 'bool'
      ? shape === 'string' && /^(true|false|1|0)$/.test(text)
      : shape === 'string' && text.trim() !== '' && !Number.isNaN(Number(text));
  // An empty string often stands for "not set", and a secret is not repeated.
  if (fits || text === '' || text.includes('{{')) return undefined;
  return { expected: named[expected], found: shape === 'string' ? 'other text' : named[shape] };
}

/** Lists of lists, such as `qemuargs`: a flat list is a frequent slip. */
function inner(type: string, value: Json | undefined): Mismatch | undefined {
  if (!type.startsWith('list(list') || !Array.isArray(value)) return undefined;
  const isFlat = value.some((entry: Json) => typeof entry === 'string');
  return isFlat ? { expected: 'a list of lists', found: 'a flat list' } : undefined;
}
