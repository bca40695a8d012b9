import { bool, boolType, isNull, itemsOf, list, text } from '../../values/index.ts';
import { lower, title, trimSpace, upper } from './go-text.ts';
import { graphemes } from './graphemes.ts';
import {
  type FunctionSpec,
  listOfText,
  numberType,
  param,
  refuse,
  stringType,
  textFunction,
  textOf,
  wholeOf,
} from './spec.ts';

export const strings: Readonly<Record<string, FunctionSpec>> = {
  upper: textFunction(['str'], (str = '') => upper(str)),
  lower: textFunction(['str'], (str = '') => lower(str)),
  title: textFunction(['str'], (str = '') => title(str)),
  chomp: textFunction(['str'], (str = '') => chomp(str)),
  trimspace: textFunction(['str'], (str = '') => trimSpace(str)),
  trim: textFunction(['str', 'cutset'], (str = '', cutset = '') => trim(str, cutset)),
  trimprefix: textFunction(['str', 'prefix'], (str = '', prefix = '') =>
    str.startsWith(prefix) ? str.slice(prefix.length) : str,
  ),
  trimsuffix: textFunction(['str', 'suffix'], (str = '', suffix = '') =>
    str.endsWith(suffix) ? str.slice(0, str.length - suffix.length) : str,
  ),
  replace: textFunction(['str', 'substr', 'replace'], (str = '', substr = '', replacement = '') =>
    replaceAll(str, substr, replacement),
  ),
  strrev: textFunction(['str'], (str = '') => graphemes(str).toReversed().join('')),
  startswith: test(['str', 'prefix'], (str, prefix) => str.startsWith(prefix)),
  endswith: test(['str', 'suffix'], (str, suffix) => str.endsWith(suffix)),
  strcontains: test(['str', 'substr'], (str, substr) => str.includes(substr)),
  indent: {
    params: [param('spaces', numberType), param('str', stringType)],
    returns: stringType,
    compute: ([spaces, str]) => {
      const width = wholeOf(spaces, 'the number of spaces');
      // Go panics on a negative count, and nobody indents by a million.
      if (width < 0 || width > 10_000) return undefined;
      return text(textOf(str).replaceAll('\n', `\n${' '.repeat(width)}`));
    },
  },
  split: {
    params: [param('separator', stringType), param('str', stringType)],
    returns: listOfText,
    compute: ([separator, str]) => list(splitText(textOf(str), textOf(separator)).map(text), stringType),
  },
  join: {
    params: [param('separator', stringType)],
    variadic: param('lists', listOfText),
    returns: stringType,
    compute: ([separator, ...lists]) => {
      if (lists.length === 0) throw refuse('at least one list is required');
      const items = lists.flatMap(itemsOf);
      if (items.some(isNull)) throw refuse('a list with a null value cannot be joined');
      return text(items.map(textOf).join(textOf(separator)));
    },
  },
  substr: {
    params: [param('str', stringType), param('offset', numberType), param('length', numberType)],
    returns: stringType,
    compute: ([str, offset, length]) =>
      text(substring(textOf(str), wholeOf(offset, 'the offset'), wholeOf(length, 'the length'))),
  },
};

function test(names: readonly string[], holds: (a: string, b: string) => boolean): FunctionSpec {
  return {
    params: names.map((name) => param(name, stringType)),
    returns: boolType,
    compute: ([a, b]) => bool(holds(textOf(a), textOf(b))),
  };
}

function chomp(str: string): string {
  let end = str.length;
  while (end > 0 && (str[end - 1] === '\n' || str[end - 1] === '\r')) end -= 1;
  return str.slice(0, end);
}

function trim(str: string, cutset: string): string {
  const letters = Array.from(str);
  const cut = new Set(Array.from(cutset));
  let [start, end] = [0, letters.length];
  while (start < end && cut.has(letters[start] ?? '')) start += 1;
  while (end > start && cut.has(letters[end - 1] ?? '')) end -= 1;
  return letters.slice(start, end).join('');
}

/** An empty text stands between all letters, as in Go. */
function replaceAll(str: string, substr: string, replacement: string): string {
  if (substr !== '') return str.split(substr).join(replacement);
  return [replacement, ...Array.from(str).flatMap((letter) => [letter, replacement])].join('');
}

function splitText(str: string, separator: string): readonly string[] {
  return separator === '' ? Array.from(str) : str.split(separator);
}

function substring(str: string, offset: number, length: number): string {
  const letters = graphemes(str);
  if (offset >= 0 && length === 0) return '';
  const start = offset < 0 ? Math.max(0, offset + letters.length) : offset;
  // With an offset from the end, a length of zero takes everything: go-cty looks for it after the first letter.
  if (length <= 0) return letters.slice(start).join('');
  return letters.slice(start, start + length).join('');
}
