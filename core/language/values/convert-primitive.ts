import { parseNumber } from './number.ts';
import { numberText } from './number-text.ts';
import { Refusal } from './refusal.ts';
import { stringType, type Type } from './type.ts';
import { bool, number, numOf, type Typed, text, unknownOf } from './typed.ts';

/** Strings, numbers and booleans become each other, where the text allows it. */
export function convertPrimitive(value: Typed, type: Type): Typed {
  if (type.kind === stringType.kind) return text(primitiveText(value) ?? '');
  const given = String(value.data);
  return type.kind === 'number' ? toNumber(given) : toBool(given);
}

/** As HCL writes it into a string; undefined for what has no text. */
export function primitiveText(value: Typed): string | undefined {
  if (typeof value.data === 'string') return value.data;
  if (typeof value.data === 'boolean') return String(value.data);
  const num = numOf(value);
  return num && numberText(num);
}

function toNumber(given: string): Typed {
  const parsed = parseNumber(given);
  if (parsed) return number(parsed);
  // Infinity, and numbers of thousands of digits: Packer computes with them, we do not.
  if (/^[+-]?(inf$|[\d.]+([ep]|$))/i.test(given)) return unknownOf({ kind: 'number' });
  throw new Refusal('type', 'a number is required');
}

function toBool(given: string): Typed {
  if (given === 'true' || given === '1') return bool(true);
  if (given === 'false' || given === '0') return bool(false);
  throw new Refusal('type', 'a bool is required: true or false');
}
