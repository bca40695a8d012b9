import { describe, expect, it } from 'vitest';
import { parseHcl } from './parse-hcl.ts';

const parse = (text: string) => parseHcl('t.pkr.hcl', text);

describe('parseHcl', () => {
  it('tells places in UTF-16 code units, behind emoji and Windows line ends', async () => {
    const { body } = await parse('a = "é😀"\r\nb = 1\r\n');

    expect(body.attributes.map(({ name, valueRange }) => [name, valueRange.start])).toEqual([
      ['a', { line: 1, column: 5, offset: 4 }],
      ['b', { line: 2, column: 5, offset: 15 }],
    ]);
  });
});
