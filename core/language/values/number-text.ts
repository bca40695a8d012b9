import { absolute, bitLength, isWhole, type Num, truncate } from './number.ts';

/** Significant digits, and the place of the point: 0.`digits` × 10^`point`. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

/** The shortest text that means exactly this number at its precision, without an exponent. */
export function numberText(number: Num): string {
  if (number.negativeZero) return '-0';
  if (isWhole(number) && bitLength(truncate(number)) <= number.precision) return truncate(number).toString();
  return plainText(shortest(number));
}

export function plainText({ negative, digits, point }: Decimal): string {
  const sign = negative ? '-' : '';
  if (digits === '') return `${sign}0`;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** All digits of the number: a binary fraction always ends. */
export function exactDecimal({ mantissa, exponent, negativeZero = false }: Num): Decimal {
  const negative = mantissa < 0n || negativeZero;
  const magnitude = absolute(mantissa);
  if (magnitude === 0n) return { negative, digits: '', point: 0 };
  return decimalOf(negative, scaled(magnitude, exponent), Math.min(0, exponent));
}

/** As few digits as tell the number from its neighbours. */
export function shortest(number: Num): Decimal {
  const exact = exactDecimal(number);
  if (exact.digits === '') return exact;
  const magnitude = absolute(number.mantissa);
  const shift = number.precision + 1 - bitLength(magnitude);
  const mantissa = shift >= 0 ? magnitude << BigInt(shift) : magnitude >> BigInt(-shift);
  const exponent = number.exponent - shift;
  const inclusive = (mantissa & 2n) === 0n;
  const lower = neighbour(mantissa - 1n, exponent);
  const upper = neighbour(mantissa + 1n, exponent);
  for (let at = 0; at < exact.digits.length; at += 1) {
    const [l, m, u] = [digitAt(lower, at), digitAt(exact.digits, at), digitAt(upper, at)];
    const down = l !== m || (inclusive && at + 1 === lower.length);
    const up = m !== u && (inclusive || m + 1 < u || at + 1 < upper.length);
    if (down && up) return roundedTo(exact, at + 1);
    if (down) return trimmed({ ...exact, digits: exact.digits.slice(0, at + 1) });
    if (up) return roundedUp(exact, at + 1);
  }
  return exact;
}

/** Rounded to so many digits, half to even. */
export function roundedTo(value: Decimal, count: number): Decimal {
  const { digits } = value;
  if (count >= digits.length) return value;
  if (count < 0) return { ...value, digits: '', point: 0 };
  const next = digitAt(digits, count);
  const exactlyHalf = next === 5 && count + 1 === digits.length;
  const isUp = exactlyHalf ? count > 0 && digitAt(digits, count - 1) % 2 === 1 : next >= 5;
  return isUp ? roundedUp(value, count) : trimmed({ ...value, digits: digits.slice(0, count) });
}

function roundedUp(value: Decimal, count: number): Decimal {
  const kept = value.digits.slice(0, count);
  const nines = /9*$/.exec(kept)?.[0].length ?? 0;
  const stem = kept.slice(0, kept.length - nines);
  if (stem === '') return { ...value, digits: '1', point: value.point + 1 };
  const last = digitAt(stem, stem.length - 1) + 1;
  return { ...value, digits: `${stem.slice(0, -1)}${last}` };
}

function neighbour(mantissa: bigint, exponent: number): string {
  return scaled(mantissa, exponent).toString().replace(/0+$/, '');
}

/** `magnitude × 2^exponent` as a whole number; for fractions, times 10^-exponent. */
function scaled(magnitude: bigint, exponent: number): bigint {
  return exponent >= 0 ? magnitude << BigInt(exponent) : magnitude * 5n ** BigInt(-exponent);
}

function decimalOf(negative: boolean, value: bigint, power: number): Decimal {
  const text = value.toString();
  return trimmed({ negative, digits: text, point: text.length + power });
}

function trimmed(value: Decimal): Decimal {
  const digits = value.digits.replace(/0+$/, '');
  return { ...value, digits, point: digits === '' ? 0 : value.point };
}

function digitAt(digits: string, at: number): number {
  return Number(digits[at] ?? '0');
}
