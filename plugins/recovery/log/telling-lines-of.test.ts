import { expect, test } from 'vitest';
import { type NumberedLine, tellingLinesOf } from './telling-lines-of.ts';

async function linesOf(chunks: readonly (string | Buffer)[]): Promise<readonly NumberedLine[]> {
  async function* bytes() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  const lines: NumberedLine[] = [];
  for await (const line of tellingLinesOf(bytes())) lines.push(line);
  return lines;
}

test('lines keep their number wherever the chunks are cut', async () => {
  const text = 'xx\n\nan error\nxx\nxx\nlast error';

  for (let cut = 0; cut <= text.length; cut += 1) {
    expect(await linesOf([text.slice(0, cut), text.slice(cut)])).toEqual([
      { line: 'an error', number: 3 },
      { line: 'last error', number: 6 },
    ]);
  }
});

test('a character that is cut in two stays whole', async () => {
  const bytes = Buffer.from('ein Übel: error\n');

  expect(await linesOf([bytes.subarray(0, 5), bytes.subarray(5)])).toEqual([
    { line: 'ein Übel: error', number: 1 },
  ]);
});

test('UTF-16, as PowerShell writes it, is read', async () => {
  const bytes = Buffer.from('\uFEFFxx\nan error\n', 'utf16le');

  expect(await linesOf([bytes])).toEqual([{ line: 'an error', number: 2 }]);
});

test('a line without end does not grow without end', async () => {
  const endless = Array.from({ length: 40 }, () => 'x'.repeat(1 << 18));

  expect(await linesOf([...endless, '\nan error'])).toEqual([{ line: 'an error', number: 2 }]);
});

test('nothing comes of nothing', async () => {
  expect(await linesOf([])).toEqual([]);
});
