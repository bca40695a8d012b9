import type { Num } from '../../values/index.ts';
import { isWhole, truncate } from '../../values/number.ts';
import { type Decimal, exactDecimal, plainText, roundedTo, shortest } from '../../values/number-text.ts';
import { refuse } from './spec.ts';

/** One `%` of a format string. */
export interface Verb {
  readonly raw: string;
  readonly mode: string;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

/** A number as Go's `fmt` writes it. */
export function formatNumber(value: Num, verb: Verb): string {
  return 'bdoxX'.includes(verb.mode) ? formatInteger(value, verb) : formatFloat(value, verb);
}

/** The text of `%v`: without an exponent only while that is short. */
export function generalText(value: Num): string {
  return general(shortest(value), { precision: undefined, mode: 'g', sharp: false });
}

const radix: Readonly<Record<string, number>> = { b: 2, d: 10, o: 8, x: 16, X: 16 };
const prefix: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' };

function formatInteger(value: Num, { raw, mode, flags, width, precision }: Verb): string {
  if (!isWhole(value)) throw refuse(`the format ${raw} requires a whole number`);
  const whole = truncate(value);
  const magnitude = (whole < 0n ? -whole : whole).toString(radix[mode]);
  const digits = (mode === 'X' ? magnitude.toUpperCase() : magnitude).padStart(precision ?? 0, '0');
  const head = signOf(whole < 0n, flags) + (flags.includes('#') ? (prefix[mode] ?? '') : '');
  const zeros = flags.includes('0') && !flags.includes('-') && precision === undefined;
  const filled = zeros ? digits.padStart((width ?? 0) - head.length, '0') : digits;
  return pad(head + filled, width, flags.includes('-'));
}

function formatFloat(value: Num, { mode, flags, width, precision }: Verb): string {
  const exact = exactDecimal(value);
  const body = floatText({ value, exact, mode, precision, sharp: flags.includes('#') });
  const negative = exact.negative;
  const head = signOf(negative, flags);
  const digits = negative ? body.slice(1) : body;
  const zeros = flags.includes('0') && !flags.includes('-');
  return pad(
    head + (zeros ? digits.padStart((width ?? 0) - head.length, '0') : digits),
    width,
    flags.includes('-'),
  );
}

interface Float {
  readonly value: Num;
  readonly exact: Decimal;
  readonly mode: string;
  readonly precision: number | undefined;
  readonly sharp: boolean;
}

function floatText({ value, exact, mode, precision, sharp }: Float): string {
  if (mode === 'f') return fixed(exact, precision ?? 6);
  if (mode === 'e' || mode === 'E')
    return scientific(roundedTo(exact, (precision ?? 6) + 1), precision ?? 6, mode);
  const decimal = precision === undefined ? shortest(value) : roundedTo(exact, precision || 1);
  return general(decimal, { precision, mode, sharp });
}

function fixed(exact: Decimal, places: number): string {
  const decimal = roundedTo(exact, exact.point + places);
  const text = plainText(decimal.digits === '' ? { ...decimal, negative: exact.negative } : decimal);
  const [whole = '', fraction = ''] = text.split('.');
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
}

function scientific({ negative, digits, point }: Decimal, places: number, mode: string): string {
  const [first = '0'] = digits;
  const fraction = digits.slice(1).padEnd(places, '0');
  const exponent = digits === '' ? 0 : point - 1;
  const sign = exponent < 0 ? '-' : '+';
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${negative ? '-' : ''}${first}${places > 0 ? `.${fraction}` : ''}${mode}${sign}${power}`;
}

/** Go's `g`: with an exponent below 10^-4 and above what the digits reach. */
function general(
  decimal: Decimal,
  { precision, mode, sharp }: { precision: number | undefined; mode: string; sharp: boolean },
): string {
  const exponent = decimal.digits === '' ? 0 : decimal.point - 1;
  let limit = precision ?? 6;
  if (limit > decimal.digits.length && decimal.digits.length >= decimal.point) limit = decimal.digits.length;
  if (precision === undefined) limit = 6;
  if (sharp) throw refuse('the format flag # for numbers is not supported');
  if (exponent < -4 || exponent >= limit) {
    return scientific(decimal, Math.max(0, decimal.digits.length - 1), mode === 'G' ? 'E' : 'e');
  }
  return plainText(decimal);
}

function signOf(negative: boolean, flags: string): string {
  if (negative) return '-';
  if (flags.includes('+')) return '+';
  return flags.includes(' ') ? ' ' : '';
}

function pad(text: string, width: number | undefined, left: boolean): string {
  return left ? text.padEnd(width ?? 0) : text.padStart(width ?? 0);
}
