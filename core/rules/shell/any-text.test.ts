// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells expand with the same signs
import { describe, expect, it } from 'vitest';
import type { Script } from '../views.ts';
import { commandsIn } from './commands-in.ts';
import { commandsOf, writtenScript } from './testing/written-script.ts';

const shells = ['sh', 'powershell', 'cmd'] as const;
const pieces = [
  "'",
  '"',
  '`',
  '$(',
  '${',
  '$((',
  "$'",
  '(',
  ')',
  '{',
  '}',
  '{{',
  '}}',
  '<<',
  '<<<',
  '<(',
  '>',
  '|',
  '&',
  ';',
  ';;',
  '\\',
  '\n',
  '#',
  '<#',
  '@"',
  '@{',
  ' ',
  'a',
  'a ',
  'case',
  'in',
  'esac',
  '[[',
  '=',
  'bash -c ',
  'eval ',
  '^',
  '\uE000',
  '\uE0011',
];

/** The same numbers each time, so that a failure can be repeated. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

describe('any text', () => {
  it.each(shells)('is read in %s without an error, with places inside it', (shell) => {
    const random = numbers(7);
    const next = () => Number(random.next().value);

    for (let round = 0; round < 1500; round++) {
      const text = Array.from({ length: next() % 30 }, () => pieces[next() % pieces.length]).join('');
      const commands = commandsOf(text, shell);

      const outside = commands.filter(
        ({ range: { start, end } }) =>
          start.offset < 0 || start.offset > end.offset || end.offset > text.length,
      );

      expect([text, outside]).toEqual([text, []]);
    }
  });

  it.each(pieces)('of many %j is read in linear time', (piece) => {
    for (const shell of shells) {
      const commands = commandsOf(piece.repeat(50_000), shell);

      expect(Array.isArray(commands)).toBe(true);
    }
  });

  it('may have more words and commands than a call takes arguments', () => {
    const words = commandsOf(`run ${'a '.repeat(200_000)}`);
    const inner = commandsOf(`echo "$(${'a;'.repeat(200_000)})"`);

    expect([words[0]?.words.length, inner.length]).toEqual([200_001, 200_001]);
  });

  it('goes on behind a quote that never closes', () => {
    const commands = commandsOf(`echo "a $(b\ncurl x\nrm it's`);

    expect(commands.map(({ name }) => name)).toContain('curl');
  });

  it('is nothing without lines, and in a language that is no shell', () => {
    const none: Script = { ...writtenScript(''), lines: [] };

    expect([commandsIn(none), commandsOf(''), commandsOf('print(1)', 'other')]).toEqual([[], [], []]);
  });
});

describe('places in a template', () => {
  const at = (column: number, width: number) => ({
    file: 'i.pkr.hcl',
    start: { line: 4, column, offset: 100 },
    end: { line: 4, column: column + width, offset: 100 + width },
  });

  it('are exact inside quotes, and the whole string where escapes hide them', () => {
    const lines = [
      { text: 'a; rm b', range: at(5, 9) },
      { text: 'c; d', range: at(20, 12) },
    ];
    const commands = commandsIn({ ...writtenScript(''), origin: 'inline', lines });

    expect(commands.map(({ range: { start, end } }) => [start.column, end.column])).toEqual([
      [6, 7],
      [9, 13],
      [20, 32],
      [20, 32],
    ]);
  });
});
