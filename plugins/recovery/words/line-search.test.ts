import { expect, test } from 'vitest';
import { createLineSearch } from './line-search.ts';

/** The lines that are found, with the numbers of the patterns. */
function search(text: string, patterns: readonly RegExp[]) {
  const bytes = Buffer.from(new ArrayBuffer(Buffer.byteLength(text) + 2));
  bytes.write(`\n${text}\n`);
  const found: (readonly [string, readonly number[]])[] = [];
  createLineSearch(patterns).find(bytes, bytes.length, (start, end, numbers) => {
    found.push([bytes.toString('utf8', start, end), numbers.toSorted()]);
  });
  return found;
}

const padding = (length: number) => 'x'.repeat(length);

test.each(['erro', 'error', 'denied', 'refused', 'no such host'])(
  '"%s" is found wherever it lies, at the beginning, in the middle and at the end of a line',
  (word) => {
    for (let before = 0; before < 9; before += 1) {
      for (const line of [`${padding(before)}${word}`, `${padding(before)}${word}${padding(3)}`]) {
        expect(search(`a\n${line}\nb`, [new RegExp(word)])).toEqual([[line, [0]]]);
      }
    }
  },
);

test('a line comes once, with every pattern that it may match, and lines in their order', () => {
  const patterns = [/denied by/, /by peer/, /ok/, /nothing here/];

  expect(search('1 by peer\n2 ok\n3\n4 denied by peer, denied by all', patterns)).toEqual([
    ['1 by peer', [1]],
    ['2 ok', [2]],
    ['4 denied by peer, denied by all', [0, 1]],
  ]);
});

test('the case of letters is left to the pattern', () => {
  expect(search('TIMEOUT REACHED', [/timeout reached/i])).toEqual([['TIMEOUT REACHED', [0]]]);
});

test('a pattern without words may match any line', () => {
  expect(search('a\n\nb', [/\d/])).toEqual([
    ['a', [0]],
    ['', [0]],
    ['b', [0]],
  ]);
});

test('what looks like a word at the end of the bytes is none', () => {
  expect(search('erro', [/error/])).toEqual([]);
});
