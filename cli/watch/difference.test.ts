import { expect, test } from 'vitest';
import { sampleRange, sampleShown } from '../testing/sample-findings.ts';
import { difference } from './difference.ts';

const named = (fingerprint: string, line = 1) =>
  sampleShown({ range: sampleRange('a.pkr.hcl', line, [1, 2]) }, { fingerprint });

test('findings are new, gone, or still there, wherever their line is now', () => {
  const [a, b, moved, c] = [named('a'), named('b'), named('b', 7), named('c')];

  expect(difference([a, b], [moved, c])).toEqual({ fresh: [c], gone: [a], still: [moved] });
});

test('of equal findings each one counts', () => {
  const [one, two, three] = [named('a', 1), named('a', 2), named('a', 3)];

  expect(difference([one], [one, two, three])).toEqual({ fresh: [two, three], gone: [], still: [one] });
  expect(difference([one, two, three], [one])).toEqual({ fresh: [], gone: [two, three], still: [one] });
});
