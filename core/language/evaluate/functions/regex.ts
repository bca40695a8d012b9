import { list, nullOf, object, stringType, type Type, type Typed, text, tuple } from '../../values/index.ts';
import { allMatches, type Match } from './run-regex.ts';
import { anyType, type FunctionSpec, listOfAny, param, refuse, textOf } from './spec.ts';
import { type Translated, translateRegex } from './translate-regex.ts';

const pattern = param('pattern', stringType);

export const regex: Readonly<Record<string, FunctionSpec>> = {
  regex: {
    params: [pattern, param('string', stringType)],
    returns: anyType,
    compute: ([source, str]) => {
      const search = searchFor(textOf(source), textOf(str));
      if (!search) return undefined;
      const [first] = search.matches;
      if (!first) throw refuse('the pattern does not match any part of the text');
      return resultOf(search.translated, first, textOf(str));
    },
  },
  regexall: {
    params: [pattern, param('string', stringType)],
    returns: listOfAny,
    compute: ([source, str]) => {
      const search = searchFor(textOf(source), textOf(str));
      if (!search) return undefined;
      const { translated, matches } = search;
      return list(
        matches.map((match) => resultOf(translated, match, textOf(str))),
        resultType(translated.groups),
      );
    },
  },
  regex_replace: {
    params: [param('str', stringType), pattern, param('replace', stringType)],
    returns: stringType,
    compute: ([str, source, replacement]) => {
      const search = find(textOf(source), textOf(str));
      return search && text(replaced(textOf(str), search, textOf(replacement)));
    },
  },
};

interface Search {
  readonly translated: Translated;
  readonly matches: readonly Match[];
}

function searchFor(source: string, str: string): Search | undefined {
  const search = find(source, str);
  const { groups = [] } = search?.translated ?? {};
  if (groups.includes('') && groups.some((name) => name !== '')) {
    throw refuse('a pattern must name all of its groups or none');
  }
  return search;
}

function find(source: string, str: string): Search | undefined {
  const translated = translateRegex(source);
  if (translated === 'invalid') throw refuse('the pattern is not a valid regular expression of RE2');
  const matches = translated === 'unclear' ? undefined : allMatches(translated, str);
  return translated === 'unclear' || !matches ? undefined : { translated, matches };
}

/** The whole match, or what the groups matched. */
function resultOf({ groups }: Translated, match: Match, str: string): Typed {
  if (groups.length === 0) return text(str.slice(match.start, match.end));
  const values = match.groups.map((part) => (part === undefined ? nullOf(stringType) : text(part)));
  if (groups.includes('')) return tuple(values);
  return object(groups.map((name, index) => [name, values[index] ?? nullOf(stringType)] as const));
}

function resultType(groups: readonly string[]): Type {
  if (groups.length === 0) return stringType;
  if (groups.includes('')) return { kind: 'tuple', elements: groups.map(() => stringType) };
  return { kind: 'object', attributes: new Map(groups.toSorted().map((name) => [name, stringType])) };
}

function replaced(str: string, { translated, matches }: Search, replacement: string): string {
  let [result, at] = ['', 0];
  for (const match of matches) {
    const whole = str.slice(match.start, match.end);
    result += str.slice(at, match.start) + expanded(replacement, [whole, ...match.groups], translated.groups);
    at = match.end;
  }
  return result + str.slice(at);
}

/** `$1`, `${name}` and `$$`; a name is as long as it can be, and one that does not exist is empty. */
function expanded(
  replacement: string,
  parts: readonly (string | undefined)[],
  groups: readonly string[],
): string {
  return replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (all: string, bare?: string, braced?: string) => {
    const name = bare ?? braced;
    if (name === undefined) return all === '$$' ? '$' : all;
    const index = /^\d+$/.test(name) ? Number(name) : groups.indexOf(name) + 1;
    return index === 0 && name !== '0' ? '' : (parts[index] ?? '');
  });
}
