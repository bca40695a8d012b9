import type { Json } from '../value.ts';
import { isWhole, toDouble } from './number.ts';
import { numberText } from './number-text.ts';
import { itemsOf, numOf, type Typed } from './typed.ts';

/** The value as plain JSON; undefined when something in it is unknown, or is a number that JSON would falsify. */
export function toJson(value: Typed): Json | undefined {
  const { data } = value;
  if (data === undefined) return undefined;
  if (data === null || typeof data === 'string' || typeof data === 'boolean') return data;
  const num = numOf(value);
  if (num) {
    const double = toDouble(num);
    return isWhole(num) && Number.isSafeInteger(double) ? double + 0 : fraction(double, numberText(num));
  }
  return data instanceof Map ? toObject(data) : toList(itemsOf(value));
}

/** A third has 155 digits in Packer and 16 in JSON: those are not the same. */
function fraction(double: number, text: string): number | undefined {
  return Number.isFinite(double) && Math.abs(double) < 1e21 && plain(double) === text ? double : undefined;
}

function plain(double: number): string {
  return String(double).includes('e') ? double.toFixed(20).replace(/\.?0+$/, '') : String(double);
}

function toList(items: readonly Typed[]): Json | undefined {
  const plainItems = items.map(toJson);
  return plainItems.includes(undefined) ? undefined : (plainItems as readonly Json[]);
}

function toObject(entries: ReadonlyMap<string, Typed>): Json | undefined {
  const result: [string, Json][] = [];
  for (const [name, value] of entries) {
    const item = toJson(value);
    if (item === undefined) return undefined;
    result.push([name, item]);
  }
  return Object.fromEntries(result);
}
