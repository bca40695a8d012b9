import {
  anything,
  boolType,
  convert,
  isNull,
  isSequence,
  itemsOf,
  list,
  numberType,
  numOf,
  Refusal,
  stringType,
  type Type,
  type Typed,
  text,
} from '../../values/index.ts';
import { formatNumber, generalText, type Verb } from './format-number.ts';
import { graphemes } from './graphemes.ts';
import { jsonText } from './json-text.ts';
import { type FunctionSpec, listOfText, nullable, param, refuse, textOf } from './spec.ts';

const values = nullable('args', { kind: 'any' });

export const formatting: Readonly<Record<string, FunctionSpec>> = {
  format: {
    params: [param('format', stringType)],
    variadic: values,
    returns: stringType,
    // What Packer makes of null differs from version to version.
    compute: ([format, ...args]) => (args.some(isNull) ? anything : text(formatText(textOf(format), args))),
  },
  formatlist: {
    params: [param('format', stringType)],
    variadic: values,
    returns: listOfText,
    compute: ([format, ...args]) => formatList(textOf(format), args),
  },
};

const directive = /%(?:%|([0#\-+ ]*)([1-9]\d*)?(?:\.(\d*))?(?:\[([1-9]\d*)\])?([a-zA-Z]))/y;

/** `printf` with go-cty's verbs. */
export function formatText(format: string, args: readonly Typed[]): string {
  let [result, next, highest] = ['', 1, 0];
  for (let at = 0; at < format.length; ) {
    const stop = format.indexOf('%', at);
    if (stop === -1) return finish(result + format.slice(at), highest, args);
    result += format.slice(at, stop);
    directive.lastIndex = stop;
    const match = directive.exec(format);
    if (!match) throw refuse(`the format has an incomplete verb behind ${stop} characters`);
    at = directive.lastIndex;
    const [raw, flags = '', width, precision, index, mode] = match;
    if (mode === undefined) {
      result += '%';
      continue;
    }
    const number = index === undefined ? next : Number(index);
    const verb = {
      raw,
      mode,
      flags,
      width: count(width),
      precision: precision === '' ? 0 : count(precision),
    };
    result += formatOne(verb, argument(args, number, raw));
    highest = Math.max(highest, number);
    next = number + 1;
  }
  return finish(result, highest, args);
}

function finish(result: string, highest: number, args: readonly Typed[]): string {
  if (highest < args.length) throw refuse(`there are ${args.length} values, and the format takes ${highest}`);
  return result;
}

/** Wider than a page, a number was meant for something else. */
function count(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  if (Number(digits) > 10_000) throw refuse('the width or precision of the format is too large');
  return Number(digits);
}

function argument(args: readonly Typed[], number: number, raw: string): Typed {
  const value = args[number - 1];
  if (!value) throw refuse(`the format needs value ${number} for ${raw}, and there are ${args.length}`);
  return value;
}

function formatOne(verb: Verb, value: Typed): string {
  const { mode, raw } = verb;
  if (mode !== 'v' && isNull(value)) throw refuse(`a null value cannot be written with ${raw}`);
  if (mode === 'v') return padded(verb, anyText(verb, value));
  if (mode === 't') return String(as(value, boolType, raw).data);
  if ('bdoxXeEfgG'.includes(mode)) {
    const num = numOf(as(value, numberType, raw));
    return num ? formatNumber(num, verb) : '';
  }
  if (mode !== 's' && mode !== 'q') throw refuse(`there is no format ${raw}`);
  const written = textOf(as(value, stringType, raw));
  const cut = verb.precision ? graphemes(written).slice(0, verb.precision).join('') : written;
  return padded(verb, mode === 'q' ? (jsonText(text(cut)) ?? '') : cut);
}

function as(value: Typed, type: Type, raw: string): Typed {
  try {
    return convert(value, type);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    throw refuse(`this cannot be written with ${raw}: ${thrown.message}`);
  }
}

function anyText({ flags }: Verb, value: Typed): string {
  const num = numOf(value);
  if (!flags.includes('#') && typeof value.data === 'string') return value.data;
  return num && !flags.includes('#') ? generalText(num) : (jsonText(value) ?? '');
}

function padded({ width, flags }: Verb, written: string): string {
  const missing = (width ?? 0) - graphemes(written).length;
  if (missing <= 0) return written;
  const filling = (flags.includes('0') ? '0' : ' ').repeat(missing);
  return flags.includes('-') ? written + filling : filling + written;
}

/** One text for each element; values that are no lists stay the same. */
function formatList(format: string, args: readonly Typed[]): Typed {
  const sizes = args.filter(isWalked).map((arg) => itemsOf(arg).length);
  const [size = 1] = sizes;
  if (sizes.some((one) => one !== size))
    throw refuse(`the lists have different lengths: ${sizes.join(', ')}`);
  const texts = Array.from({ length: size }, (_, index) =>
    formatText(
      format,
      args.map((arg) => (isWalked(arg) ? (itemsOf(arg)[index] ?? arg) : arg)),
    ),
  );
  return list(texts.map(text), stringType);
}

function isWalked(value: Typed): boolean {
  return isSequence(value.type) && !isNull(value);
}
