/** A pattern of Go's regular expressions in JavaScript's. */
export interface Translated {
  readonly source: string;
  readonly flags: string;
  /** Names of the capture groups; unnamed ones are empty. */
  readonly groups: readonly string[];
}

/** `invalid`: Go refuses it too. `unclear`: it may mean something in Go that cannot be said here. */
export type Translation = Translated | 'invalid' | 'unclear';

interface State {
  readonly pattern: string;
  at: number;
  readonly groups: string[];
  readonly lines: boolean;
  readonly dotAll: boolean;
}

const posix: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** Go takes a subset of Perl's patterns, and means a little less by some classes. */
export function translateRegex(pattern: string): Translation {
  const [, flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  const state: State = {
    pattern,
    at: flags === '' ? 0 : flags.length + 3,
    groups: [],
    lines: flags.includes('m'),
    dotAll: flags.includes('s'),
  };
  let [source, depth] = ['', 0];
  while (state.at < pattern.length) {
    const piece = nextPiece(state);
    if (piece === 'invalid' || piece === 'unclear') return piece;
    source += piece.text;
    if (piece.opens) depth += 1;
    if (piece.text === ')') depth -= 1;
    if (depth < 0) return 'invalid';
  }
  if (depth > 0) return 'invalid';
  return compiles({ source, flags: flags.includes('i') ? 'iu' : 'u', groups: state.groups });
}

function compiles(translated: Translated): Translation {
  const names = translated.groups.filter((name) => name !== '');
  if (new Set(names).size < names.length) return 'invalid';
  try {
    new RegExp(translated.source, translated.flags);
    return translated;
  } catch {
    // What JavaScript refuses, Go may allow.
    return 'unclear';
  }
}

type Piece = { readonly text: string; readonly opens?: boolean } | 'invalid' | 'unclear';

function nextPiece(state: State): Piece {
  const letter = state.pattern[state.at] ?? '';
  switch (letter) {
    case '\\':
      return escaped(state, false);
    case '[':
      return characterClass(state);
    case '(':
      return group(state);
    case '.':
      return take(state, 1, state.dotAll ? '[^]' : '[^\\n]');
    case '^':
      return take(state, 1, state.lines ? '(?<![^\\n])' : '^');
    case '$':
      return take(state, 1, state.lines ? '(?![^\\n])' : '$');
    case '{':
      return repetition(state);
    case '}':
    case ']':
      return take(state, 1, `\\${letter}`);
    default:
      return literal(state);
  }
}

function take(state: State, length: number, text: string): Piece {
  state.at += length;
  return { text };
}

function opening(state: State, length: number, text: string): Piece {
  state.at += length;
  return { text, opens: true };
}

function literal(state: State): Piece {
  const letter = String.fromCodePoint(state.pattern.codePointAt(state.at) ?? 0);
  return take(state, letter.length, letter);
}

/** A brace that starts no repetition stands for itself. */
function repetition(state: State): Piece {
  const [counted] = /^\{\d+(?:,\d*)?\}/.exec(state.pattern.slice(state.at)) ?? [];
  if (counted === undefined) return take(state, 1, '\\{');
  const most = Math.max(...(counted.match(/\d+/g)?.map(Number) ?? [0]));
  return most > 1000 ? 'invalid' : take(state, counted.length, counted);
}

function group(state: State): Piece {
  const rest = state.pattern.slice(state.at);
  if (!rest.startsWith('(?')) {
    state.groups.push('');
    return opening(state, 1, '(');
  }
  if (rest.startsWith('(?:')) return opening(state, 3, '(?:');
  const [named, name] = /^\(\?P?<([A-Za-z_]\w*)>/.exec(rest) ?? [];
  if (named !== undefined && name !== undefined) {
    state.groups.push(name);
    return opening(state, named.length, `(?<${name}>`);
  }
  // Looking around and atomic groups do not exist in Go; flags inside of a pattern do.
  return /^\(\?(?:<?[=!]|>|#)/.test(rest) ? 'invalid' : 'unclear';
}

const classEscapes: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_', s: '\\t\\n\\f\\r ' };
const controls: Readonly<Record<string, string>> = {
  a: '\\x07',
  f: '\\f',
  n: '\\n',
  r: '\\r',
  t: '\\t',
  v: '\\v',
};

function escaped(state: State, inClass: boolean): Piece {
  const letter = state.pattern[state.at + 1];
  if (letter === undefined) return 'invalid';
  const lowered = classEscapes[letter.toLowerCase()];
  if (lowered !== undefined) {
    const negated = letter !== letter.toLowerCase();
    if (inClass) return negated ? 'unclear' : take(state, 2, lowered);
    return take(state, 2, `[${negated ? '^' : ''}${lowered}]`);
  }
  const control = controls[letter];
  if (control !== undefined) return take(state, 2, control);
  if (!inClass && letter === 'A') return take(state, 2, '(?<![^])');
  if (!inClass && letter === 'z') return take(state, 2, '(?![^])');
  if (!inClass && (letter === 'b' || letter === 'B')) return take(state, 2, wordEdge(letter === 'B'));
  if (/[1-9]/.test(letter)) return 'invalid';
  if (/[0-9A-Za-z]/.test(letter)) return special(state, letter);
  if (letter > '\x7f') return 'invalid';
  return take(state, 2, /[\^$\\.*+?()[\]{}|/-]/.test(letter) ? `\\${letter}` : letter);
}

/** Only letters of ASCII make words in Go; with the flag for Unicode and ignored case JavaScript knows two more. */
function wordEdge(negated: boolean): string {
  const word = '[0-9A-Za-z_]';
  const edge = `(?<=${word})(?!${word})|(?<!${word})(?=${word})`;
  return negated ? `(?:(?!${edge}))` : `(?:${edge})`;
}

/** Code points and letters of scripts; octal numbers, quoting and single bytes stay open. */
function special(state: State, letter: string): Piece {
  const rest = state.pattern.slice(state.at);
  const [code, short, long] = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(rest) ?? [];
  if (code !== undefined) return take(state, code.length, `\\u{${short ?? long ?? '0'}}`);
  const [property, sign = '', one, name] = /^\\([pP])(?:([A-Z])|\{([A-Z][a-z]?)\})/.exec(rest) ?? [];
  if (property !== undefined) return take(state, property.length, `\\${sign}{${one ?? name ?? ''}}`);
  return letter === 'Q' || letter === 'C' || 'pP0'.includes(letter) ? 'unclear' : 'invalid';
}

function characterClass(state: State): Piece {
  let text = '[';
  state.at += 1;
  if (state.pattern[state.at] === '^') {
    text += '^';
    state.at += 1;
  }
  for (let first = true; ; first = false) {
    const letter = state.pattern[state.at];
    if (letter === undefined) return 'invalid';
    if (letter === ']' && !first) return take(state, 1, `${text}]`);
    const piece = classMember(state, letter);
    if (piece === 'invalid' || piece === 'unclear') return piece;
    text += piece.text;
  }
}

function classMember(state: State, letter: string): Piece {
  if (letter === '\\') return escaped(state, true);
  if (letter === '[') {
    const [all, negated, name = ''] = /^\[:(\^?)([a-z]+):\]/.exec(state.pattern.slice(state.at)) ?? [];
    if (all === undefined) return take(state, 1, '\\[');
    const members = posix[name];
    if (members === undefined) return 'invalid';
    return negated ? 'unclear' : take(state, all.length, members);
  }
  if (letter === ']' || letter === '^') return take(state, 1, `\\${letter}`);
  return literal(state);
}
