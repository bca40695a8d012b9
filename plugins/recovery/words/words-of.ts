import { everyday } from './everyday.ts';
import { knownWords } from './known-words.gen.ts';
import { shortestWord } from './word-pieces.ts';

/** What is known of the texts that a part of a pattern matches. */
interface Known {
  /** Every text that it can be; undefined where there are too many to tell. */
  readonly exact: readonly string[] | undefined;
  /** Words of which every text has one; undefined where none is known. */
  readonly words: readonly string[] | undefined;
}

const anything: Known = { exact: undefined, words: undefined };
const nothing: Known = { exact: [''], words: undefined };
const mostTexts = 64;
/** What is longer than this stands nowhere by chance. */
const longEnough = 12;
const longest = 20;

/**
 * What `wordsIn` answers, for patterns of ours without reading them: that takes longer than to read a usual log. An entry
 * that is old is right all the same, as it goes by the pattern.
 */
export function wordsOf(pattern: RegExp): readonly string[] | undefined {
  const { source } = pattern;
  return Object.hasOwn(knownWords, source) ? knownWords[source]?.split('\n') : wordsIn(pattern);
}

/**
 * Words of which every text that the pattern matches contains one in some case, so that a text without them need not be
 * tried; undefined where the pattern does not tell.
 */
export function wordsIn(pattern: RegExp): readonly string[] | undefined {
  const words = bestOf(alternatives({ source: pattern.source, at: 0 }));
  return words && smallest(words.map((word) => word.toLowerCase()));
}

/** Without those that contain another one: where they stand, that one stands, too. */
function smallest(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const word of [...new Set(words)].sort((a, b) => a.length - b.length)) {
    if (!kept.some((one) => word.includes(one))) kept.push(word);
  }
  return kept;
}

function bestOf({ exact, words }: Known): readonly string[] | undefined {
  const whole = exact && worth(exact) > 0 ? exact : undefined;
  return worth(whole) >= worth(words) ? whole : words;
}

/** How seldom a word of the list shows by chance; the shortest one decides. */
function worth(words: readonly string[] | undefined): number {
  if (!words) return 0;
  let shortest = longEnough;
  for (const word of words) shortest = Math.min(shortest, lengthThatCounts(word));
  return shortest - (shortest > 5 ? Math.log2(words.length) / 4 : 0);
}

function lengthThatCounts(word: string): number {
  if (word.length < shortestWord) return word.length / shortestWord;
  if (word.length > 16) return word.length;
  return everyday.includes(word.toLowerCase()) ? 2 : word.length;
}

/** A pattern that is read from left to right; what is not understood of it may be anything. */
interface Cursor {
  readonly source: string;
  at: number;
}

/** Moves on over what the expression finds here; it has to be a sticky one. */
function taken(cursor: Cursor, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = cursor.at;
  const found = expression.exec(cursor.source);
  cursor.at += found?.[0].length ?? 0;
  return found ?? undefined;
}

const repetition = /(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/y;
const groupKind = /\?(?:[:=!]|<[=!]|<\w+>)/y;
const charClass = /((?:\\.|[^\]\\])*)\]/y;
const escapedChar = /u[\da-f]{4}|x[\da-f]{2}|./iy;
/** Characters that stand for themselves and are not repeated. */
const plainText = /(?:[\w "#%&'/:;<=>@`~!-](?![?*+{]))+/y;

function alternatives(cursor: Cursor): Known {
  const branches = [sequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    branches.push(sequence(cursor));
  }
  return either(branches);
}

function sequence(cursor: Cursor): Known {
  const parts: Known[] = [];
  for (let char = cursor.source[cursor.at]; char !== undefined; char = cursor.source[cursor.at]) {
    if (char === '|' || char === ')') break;
    parts.push(repeated(cursor, atom(cursor)));
  }
  return inSequence(parts);
}

function atom(cursor: Cursor): Known {
  const text = taken(cursor, plainText)?.[0];
  if (text !== undefined) return { exact: [text], words: undefined };
  const char = cursor.source[cursor.at] ?? '';
  cursor.at += 1;
  if (char === '(') return group(cursor);
  if (char === '[') return oneOf(taken(cursor, charClass)?.[1] ?? '');
  if (char === '\\') return escaped(cursor);
  if (char === '.') return anything;
  return char === '^' || char === '$' ? nothing : literal(char);
}

function group(cursor: Cursor): Known {
  const kind = taken(cursor, groupKind)?.[0] ?? '';
  const inner = alternatives(cursor);
  cursor.at += 1;
  return /[=!]$/.test(kind) ? nothing : inner;
}

function oneOf(chars: string): Known {
  const isPlain = chars.length <= 4 && !/[\\^-]/.test(chars);
  return isPlain ? { exact: [...chars], words: undefined } : anything;
}

function escaped(cursor: Cursor): Known {
  const char = taken(cursor, escapedChar)?.[0] ?? '';
  if (char === 'b' || char === 'B') return nothing;
  return /\w/.test(char) ? anything : literal(char);
}

function repeated(cursor: Cursor, part: Known): Known {
  const [text, least] = taken(cursor, repetition) ?? [];
  if (text === undefined) return part;
  if (text.startsWith('?') && part.exact) return either([nothing, part]);
  const isNeeded = text.startsWith('+') || Number(least ?? 0) > 0;
  return isNeeded ? { exact: undefined, words: bestOf(part) } : anything;
}

/** Commas and what is not ASCII can be written in other ways in a log, so no word goes across them. */
function literal(char: string): Known {
  return /[ -+\--~]/.test(char) ? { exact: [char], words: undefined } : anything;
}

function either(branches: readonly Known[]): Known {
  const [only] = branches;
  if (only && branches.length === 1) return only;
  const exact = branches.flatMap((branch) => branch.exact ?? []);
  if (branches.every((branch) => branch.exact) && exact.length <= mostTexts)
    return { exact, words: undefined };
  const words = branches.map(bestOf);
  return { exact: undefined, words: words.every((one) => one !== undefined) ? words.flat() : undefined };
}

function inSequence(parts: readonly Known[]): Known {
  let exact: readonly string[] = [''];
  let words: readonly string[] | undefined;
  let most = 0;
  let isExact = true;
  const keep = (more: readonly string[] | undefined) => {
    const value = worth(more);
    if (value <= most) return;
    words = more;
    most = value;
  };
  for (const part of parts) {
    const longer = part.exact && productOf(exact, part.exact);
    if (longer) {
      exact = longer;
      continue;
    }
    isExact = false;
    keep(exact);
    keep(bestOf(part));
    exact = part.exact ?? [''];
  }
  if (isExact) return { exact, words: undefined };
  keep(exact);
  return { exact: undefined, words };
}

function productOf(heads: readonly string[], tails: readonly string[]): readonly string[] | undefined {
  if (heads.length * tails.length > mostTexts) return undefined;
  if (heads.length === 1 && heads[0] === '') return tails;
  if (heads.some((head) => head.length > longest)) return undefined;
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}
