import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { OptionSpec } from './command-spec.ts';

export type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/** The words of a command line, where `options` tell which ones take a value. */
export function tokensOf(argv: readonly string[], options: readonly OptionSpec[]) {
  const known = options.map(({ name, short, value, optional }) => {
    const type = value === undefined || optional ? ('boolean' as const) : ('string' as const);
    return [name, short === undefined ? { type } : { type, short }] as const;
  });
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

/** Whether a switch such as `--help` was given. */
export function hasOption(tokens: readonly Token[], name: string): boolean {
  return tokens.some((token) => token.kind === 'option' && token.name === name);
}

/** The last value given to an option, unchecked. */
export function lastValue(tokens: readonly Token[], name: string): string | undefined {
  const found = tokens.findLast((token) => token.kind === 'option' && token.name === name);
  return found?.kind === 'option' ? found.value : undefined;
}

/** The command and what belongs to it: the first word that is neither an option nor the value of one. */
export function splitCommand(argv: readonly string[], options: readonly OptionSpec[]) {
  const first = tokensOf(argv, options).find((token) => token.kind === 'positional');
  if (first?.kind !== 'positional') return { name: undefined, rest: argv };
  return { name: first.value, rest: argv.toSpliced(first.index, 1) };
}

/** Joins `--baseline known.json` to one word; `--baseline images` stays two, for the value may be left out. */
export function joinOptionalValues(
  argv: readonly string[],
  options: readonly OptionSpec[],
): readonly string[] {
  const endings = new Map(
    options.flatMap(({ name, value, optional }) => (optional ? [[`--${name}`, extname(value ?? '')]] : [])),
  );
  const joined: string[] = [];
  for (const word of argv) {
    const ending = endings.get(joined.at(-1) ?? '');
    const isValue = ending !== undefined && ending !== '' && !word.startsWith('-') && word.endsWith(ending);
    if (isValue) joined.push(`${joined.pop()}=${word}`);
    else joined.push(word);
  }
  return joined;
}
