import { describe, expect, it } from 'vitest';
import { compareVersions, lowestAdmitted, parseConstraint, upperBound } from './version-constraint.ts';

describe('parseConstraint', () => {
  it('takes what Packer takes and nothing else', () => {
    const good = ['>= v3.2.0', '~> 1', '1.2.3', '>= 1.0, < 2', '= 1.0.0-beta1', '!= 1.1'];
    const bad = ['', '*', '1.x', '=> 1', 'latest', '>= 1.0,', '^1.0'];

    expect(good.map((text) => parseConstraint(text) !== undefined)).toEqual(good.map(() => true));
    expect(bad.map((text) => parseConstraint(text))).toEqual(bad.map(() => undefined));
  });

  it('keeps the operator, the numbers and the pre-release', () => {
    expect(parseConstraint('~> v1.2-rc1')).toEqual([{ operator: '~>', numbers: [1, 2], prerelease: 'rc1' }]);
  });
});

describe('bounds', () => {
  it.each([
    ['>= 1.1.2', [1, 1, 2], undefined],
    ['~> 1', [1], [2]],
    ['~> 1.2', [1, 2], [2]],
    ['~> 1.2.3', [1, 2, 3], [1, 3]],
    ['>= 1.0, < 2.0.0', [1, 0], [2, 0, 0]],
    ['1.4.0', [1, 4, 0], [1, 4, 0]],
    ['!= 1.0', undefined, undefined],
  ])('of %s', (text, lowest, upper) => {
    const terms = parseConstraint(text) ?? [];

    expect([lowestAdmitted(terms), upperBound(terms)]).toEqual([lowest, upper]);
  });

  it('are compared number by number', () => {
    expect([compareVersions([1, 10], [1, 9]) > 0, compareVersions([1], [1, 0, 0])]).toEqual([true, 0]);
  });
});
