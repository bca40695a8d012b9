import { expect, test } from 'vitest';
import { masked } from './masked.ts';

test('every string is masked, at any depth, and the original stays', () => {
  const value = { a: 'hunter2', list: ['x hunter2', 3, null], deep: { hunter2: true } };

  const result = masked(value, { redact: (text) => text.replaceAll('hunter2', '***') });

  expect(result).toEqual({ a: '***', list: ['x ***', 3, null], deep: { hunter2: true } });
  expect(value.a).toEqual('hunter2');
});
