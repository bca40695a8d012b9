import { describe, expect, it } from 'vitest';
import { meetsConstraint } from './constraint.ts';

describe('meetsConstraint', () => {
  it.each([
    ['1.0.9', '~> 1', true],
    ['2.0.0', '~> 1', true],
    ['1.9.0', '~> 1.2', true],
    ['2.0.0', '~> 1.2', false],
    ['1.3.0', '~> 1.2.3', false],
    ['1.2.9', '~> 1.2.3', true],
    ['1.4.2', '>= 1.0.0, < 2', true],
    ['2.1.0', '>= 1.0.0, < 2', false],
    ['1.4.1', '= 1.4.1', true],
    ['1.4.1', '1.4.1', true],
    ['1.4.1', '!= 1.4.1', false],
    ['1.4.2', '!= 1.4.1', true],
    ['1.4.2', '>= 1.0, != 1.4.2', false],
    ['3.0.0', undefined, true],
    ['3.0.0', 'rubbish', false],
  ])('%s with "%s": %s', (version, constraint, expected) => {
    expect(meetsConstraint(version, constraint)).toBe(expected);
  });
});
