import { describe, expect, it } from 'vitest';
import { createOutputTail } from './output-tail.ts';

describe('createOutputTail', () => {
  it('keeps the last whole lines that fit', () => {
    const tail = createOutputTail(10);

    for (const line of ['one', 'two', 'three', 'four']) tail.push(line);

    expect(tail.text()).toEqual('four');
  });

  it('counts bytes, not characters', () => {
    const tail = createOutputTail(10);

    for (const line of ['üüü', 'üüü']) tail.push(line);

    expect(tail.text()).toEqual('üüü');
  });

  it('keeps the end of a line that is too long by itself', () => {
    const tail = createOutputTail(4);

    tail.push('üabcüx');

    expect(tail.text()).toEqual('…cüx');
  });

  it('stays bounded over many lines', () => {
    const tail = createOutputTail(12);

    for (let line = 0; line < 10_000; line += 1) tail.push(`${line}`);

    expect(tail.text()).toEqual('9998\n9999');
  });
});
