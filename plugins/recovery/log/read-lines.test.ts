import { expect, test } from 'vitest';
import { createLineSearch } from '../words/line-search.ts';
import { readLines } from './read-lines.ts';

type Numbered = readonly [number, string];

async function read(chunks: Iterable<string | Buffer>) {
  async function* bytes() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  const [found, last]: [Numbered[], Numbered[]] = [[], []];
  await readLines(bytes(), createLineSearch([/an error/]), {
    found: ({ number, text }) => found.push([number, text]),
    last: ({ number, text }) => last.push([number, text]),
  });
  return { found, last };
}

test('lines keep their number wherever the chunks are cut', async () => {
  const text = 'xx\n\nan error\nxx\nxx\nan error, too';
  for (let cut = 0; cut <= text.length; cut += 1) {
    const { found, last } = await read([text.slice(0, cut), text.slice(cut)]);

    expect(found).toEqual([
      [3, 'an error'],
      [6, 'an error, too'],
    ]);
    expect(last.map(([number]) => number).slice(-3)).toEqual([4, 5, 6]);
  }
});

test('a character that is cut in two stays whole', async () => {
  const bytes = Buffer.from('Übel: an error\n');

  const { found } = await read([bytes.subarray(0, 1), bytes.subarray(1)]);

  expect(found).toEqual([[1, 'Übel: an error']]);
});

test('UTF-16, as PowerShell writes it, is read', async () => {
  const { found } = await read([Buffer.from('\uFEFFxx\nan error\n', 'utf16le')]);

  expect(found).toEqual([[2, 'an error']]);
});

test('a line without end counts once, and what comes after it is read', async () => {
  const endless = Array.from({ length: 40 }, () => 'x'.repeat(1 << 18));

  const { found } = await read(['an error ', ...endless, '\nan error', ' of few words']);

  expect(found.map(([number, text]) => [number, text.slice(0, 21)])).toEqual([
    [1, 'an error xxxxxxxxxxxx'],
    [2, 'an error of few words'],
  ]);
});

test('of a progress that was overwritten for long only the end is read', async () => {
  const progress = Array.from({ length: 20 }, () => '\rcopying, no error'.repeat(9_000));

  const { found } = await read([...progress, '\rit ended with an error\n']);

  expect(found).toEqual([[1, expect.stringMatching(/it ended with an error$/)]]);
});

test('bytes of no text do no harm', async () => {
  const zeros = Buffer.alloc(1 << 20);

  const { found } = await read([zeros, '\n', zeros.subarray(0, 100), 'an error\n']);

  expect(found.map(([number]) => number)).toEqual([2]);
});

test('the last lines are handed on, however long the log is', async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `this is line ${index + 1}\n`);

  const { last } = await read([lines.join('')]);

  expect(last.length).toBeGreaterThan(10_000);
  expect(last.length).toBeLessThan(40_000);
  expect(last.every(([number, text]) => text === `this is line ${number}`)).toBe(true);
  expect(last.at(-1)?.[0]).toBe(60_000);
});

test('nothing comes of nothing', async () => {
  expect(await read([])).toEqual({ found: [], last: [] });
});
