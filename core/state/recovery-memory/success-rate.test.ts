import { expect, test } from 'vitest';
import { emptyRecoveryMemory, type RecoveryMemory } from './recovery-memory.ts';
import { successRateOf } from './success-rate.ts';

const asked = { cause: 'ssh-timeout', action: 'increase-timeout' };
const origin = 'a'.repeat(32);
const at = '2026-03-01T10:00:00.000Z';

function memory(own: readonly number[], ...shared: readonly (readonly number[])[]): RecoveryMemory {
  const rate = ([tried = 0, recovered = 0]: readonly number[]) => ({ ...asked, tried, recovered });
  return {
    ...emptyRecoveryMemory,
    actions: [rate(own), { ...asked, cause: null, tried: 9, recovered: 9 }],
    imported: shared.map((numbers) => ({ origin, at, rates: [rate(numbers)] })),
  };
}

test('nothing is known of what nobody tried', () => {
  expect(successRateOf(emptyRecoveryMemory, asked)).toEqual(undefined);
  expect(successRateOf(memory([5, 5]), { ...asked, action: 'retry' })).toEqual(undefined);
  expect(successRateOf(memory([5, 5]), { ...asked, cause: 'guest-no-ip' })).toEqual(undefined);
});

test('a few attempts prove little, many prove much', () => {
  expect(successRateOf(memory([1, 1]), asked)).toBeCloseTo(2 / 3);
  expect(successRateOf(memory([1, 0]), asked)).toBeCloseTo(1 / 3);
  expect(successRateOf(memory([98, 98]), asked)).toBeCloseTo(0.99);
});

test('what others tried counts half, and never more than ten own attempts', () => {
  expect(successRateOf(memory([0, 0], [4, 4]), asked)).toBeCloseTo(3 / 4);
  expect(successRateOf(memory([0, 0], [2, 2], [2, 2]), asked)).toBeCloseTo(3 / 4);
  expect(successRateOf(memory([0, 0], [1_000, 1_000]), asked)).toBeCloseTo(11 / 12);
  expect(successRateOf(memory([20, 0], [1_000, 1_000]), asked)).toBeCloseTo(11 / 32);
});

test('failures without a known cause have rates of their own', () => {
  expect(successRateOf(memory([1, 0]), { ...asked, cause: null })).toBeCloseTo(10 / 11);
});
