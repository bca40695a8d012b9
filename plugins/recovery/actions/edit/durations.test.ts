import fc from 'fast-check';
import { durationSeconds } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { raisedLimit } from './raised-limit.ts';
import { writtenDuration } from './written-duration.ts';

test.each([
  [0, '0s'],
  [8, '8s'],
  [90, '1m30s'],
  [600, '10m'],
  [3_900, '1h5m'],
  [90_061.7, '25h1m1s'],
])('%s seconds are %s', (seconds, written) => {
  expect(writtenDuration(seconds)).toBe(written);
});

test('a duration that was written is read as what it was', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (seconds) => {
      expect(durationSeconds(writtenDuration(seconds))).toBe(seconds);
    }),
  );
});

test('a limit only ever grows, up to the ceiling, by whole seconds', () => {
  const timeouts = fc.record({
    factor: fc.double({ min: 1, max: 100, noNaN: true }),
    ceilingMinutes: fc.double({ min: 0, max: 600, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 100_000, noNaN: true }), timeouts, (seconds, settings) => {
      const raised = raisedLimit(seconds, settings);

      if (raised === undefined) return;
      expect(raised).toBeGreaterThan(seconds);
      expect(raised).toBeLessThanOrEqual(settings.ceilingMinutes * 60);
      expect(Number.isInteger(raised)).toBe(true);
    }),
  );
});

test.each([
  [300, { factor: 2, ceilingMinutes: 120 }, 600],
  [5_400, { factor: 2, ceilingMinutes: 120 }, 7_200],
  [7_200, { factor: 2, ceilingMinutes: 120 }, undefined],
  [9_000, { factor: 2, ceilingMinutes: 120 }, undefined],
  [300, { factor: 1, ceilingMinutes: 120 }, undefined],
])('%s seconds with %j become %s', (seconds, timeouts, raised) => {
  expect(raisedLimit(seconds, timeouts)).toBe(raised);
});
