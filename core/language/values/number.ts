/**
 * A number as Packer has it: a binary floating point number of up to 512 bits, `mantissa × 2^exponent`. Doubles are not
 * enough: Packer prints `1/3` with 155 digits and adds 0.1 and 0.2 to 0.3.
 */
export interface Num {
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly precision: number;
  /** Packer writes `-0`, and we have to. */
  readonly negativeZero?: boolean;
}

/** What is written in a template or a string. */
export const literalPrecision = 512;
/** What counts elements. */
const integerPrecision = 64;
const doublePrecision = 53;
/** Beyond, numbers cost more than they are worth: nothing of what a template says is that large. */
const mostDecimals = 5000;

export function integer(value: number | bigint): Num {
  const mantissa = BigInt(value);
  return { mantissa, exponent: 0, precision: Math.max(integerPrecision, bitLength(mantissa)) };
}

/** The number that a double stands for; undefined for infinity and for what is no number. */
export function fromDouble(value: number): Num | undefined {
  if (!Number.isFinite(value)) return undefined;
  let mantissa = value;
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent -= 1;
  }
  return { mantissa: BigInt(mantissa), exponent, precision: doublePrecision };
}

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads a decimal number; undefined when the text is none, or when it is absurdly large. */
export function parseNumber(text: string): Num | undefined {
  const [, sign = '', whole = '', fraction = '', power = '0'] = decimal.exec(text) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const exponent = Number(power) - fraction.length;
  if (Math.abs(exponent) + whole.length + fraction.length > mostDecimals) return undefined;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  if (exponent >= 0) return rounded(digits * 10n ** BigInt(exponent), 0, literalPrecision);
  return quotient({ n: digits, d: 10n ** BigInt(-exponent), exponent: 0, precision: literalPrecision });
}

export function add(a: Num, b: Num): Num {
  const exponent = Math.min(a.exponent, b.exponent);
  const sum = scaledTo(a, exponent) + scaledTo(b, exponent);
  const both = a.negativeZero === true && b.negativeZero === true;
  return signed(rounded(sum, exponent, Math.max(a.precision, b.precision)), both);
}

export function negate(a: Num): Num {
  return signed({ ...a, mantissa: -a.mantissa }, !isNegative(a));
}

function isNegative({ mantissa, negativeZero }: Num): boolean {
  return mantissa < 0n || negativeZero === true;
}

/** The number with the sign that it has when it is zero. */
function signed({ mantissa, exponent, precision }: Num, negative: boolean): Num {
  const number = { mantissa, exponent, precision };
  return mantissa === 0n && negative ? { ...number, negativeZero: true } : number;
}

export function subtract(a: Num, b: Num): Num {
  return add(a, negate(b));
}

export function multiply(a: Num, b: Num): Num {
  const precision = Math.max(a.precision, b.precision);
  const product = rounded(a.mantissa * b.mantissa, a.exponent + b.exponent, precision);
  return signed(product, isNegative(a) !== isNegative(b));
}

/** `b` is not zero. */
export function divide(a: Num, b: Num): Num {
  const precision = Math.max(a.precision, b.precision);
  const result = quotient({ n: a.mantissa, d: b.mantissa, exponent: a.exponent - b.exponent, precision });
  return signed(result, isNegative(a) !== isNegative(b));
}

/** What is left of `a`; `b` is not zero. All steps have the precision of `a`, as in go-cty. */
export function remainder(a: Num, b: Num): Num {
  const { precision } = a;
  const whole = rounded(truncate(divide(a, b)), 0, precision);
  const taken = rounded(whole.mantissa * b.mantissa, whole.exponent + b.exponent, precision);
  const exponent = Math.min(a.exponent, taken.exponent);
  return rounded(scaledTo(a, exponent) - scaledTo(taken, exponent), exponent, precision);
}

export function compare(a: Num, b: Num): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const [x, y] = [scaledTo(a, exponent), scaledTo(b, exponent)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function isZero({ mantissa }: Num): boolean {
  return mantissa === 0n;
}

/** Without what stands behind the point. */
export function truncate({ mantissa, exponent }: Num): bigint {
  if (exponent >= 0) return mantissa << BigInt(exponent);
  const magnitude = absolute(mantissa) >> BigInt(-exponent);
  return mantissa < 0n ? -magnitude : magnitude;
}

export function isWhole(a: Num): boolean {
  return a.exponent >= 0 || compare(a, integer(truncate(a))) === 0;
}

/** The nearest double. */
export function toDouble({ mantissa, exponent }: Num): number {
  const { mantissa: short, exponent: power } = rounded(mantissa, exponent, doublePrecision);
  return Number(short) * 2 ** power;
}

export function rounded(mantissa: bigint, exponent: number, precision: number): Num {
  const excess = bitLength(mantissa) - precision;
  if (excess <= 0) return { mantissa, exponent, precision };
  const magnitude = absolute(mantissa);
  const shift = BigInt(excess);
  const kept = magnitude >> shift;
  const rest = magnitude - (kept << shift);
  const half = 1n << (shift - 1n);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  const result = up ? kept + 1n : kept;
  return { mantissa: mantissa < 0n ? -result : result, exponent: exponent + excess, precision };
}

export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hex = absolute(value).toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0] ?? '0', 16)) - 28);
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

interface Quotient {
  readonly n: bigint;
  readonly d: bigint;
  readonly exponent: number;
  readonly precision: number;
}

/** Two guard bits and one for what is left over: enough for rounding to be exact. */
function quotient({ n, d, exponent, precision }: Quotient): Num {
  const negative = n < 0n !== d < 0n;
  const [top, bottom] = [absolute(n), absolute(d)];
  const shift = Math.max(0, precision + 3 - (bitLength(top) - bitLength(bottom)));
  const scaled = top << BigInt(shift);
  const whole = scaled / bottom;
  const sticky = (whole << 1n) | (whole * bottom === scaled ? 0n : 1n);
  return rounded(negative ? -sticky : sticky, exponent - shift - 1, precision);
}

function scaledTo({ mantissa, exponent }: Num, target: number): bigint {
  return mantissa << BigInt(exponent - target);
}
