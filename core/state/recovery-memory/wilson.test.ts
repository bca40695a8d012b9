import { expect, test } from 'vitest';
import { lowerBound } from './wilson.ts';

test.each([
  [0, 0, 0],
  [0, 5, 0],
  [1, 1, 0.2065],
  [10, 10, 0.7225],
  [95, 100, 0.8882],
])('%s of %s are at least %s', (worked, tried, bound) => {
  expect(lowerBound(worked, tried)).toBeCloseTo(bound, 3);
});
