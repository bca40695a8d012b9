import { describe, expect, it } from 'vitest';
import { textTail } from './text-tail.ts';

describe('textTail', () => {
  it('keeps the last lines within its size', () => {
    const tail = textTail(10);

    for (const line of ['one', 'two', 'three', 'four']) tail.add(line);

    expect(tail.text()).toBe('four');
  });

  it('keeps part of a line that is too long', () => {
    const tail = textTail(10);

    tail.add('x'.repeat(50));

    expect(tail.text()).toBe(`${'x'.repeat(7)} …`);
  });

  it('is empty without lines', () => {
    expect(textTail().text()).toBe('');
  });
});
