import { describe, expect, it } from 'vitest';
import { errorCatalogue } from './catalogue/index.ts';
import { listed } from './definition.ts';
import { ExitCode, worstExitCode } from './exit-code.ts';
import { HybridError, isHybridError, reasonOf } from './hybrid-error.ts';

describe('the catalogue', () => {
  it.each(Object.entries(errorCatalogue))(
    '%s has a permanent form and a known exit code',
    (code, { exitCode }) => {
      expect(code).toMatch(/^PH_[A-Z]+(_[A-Z]+)+$|^PH_INTERRUPTED$/);
      expect(Object.values(ExitCode)).toContain(exitCode);
      expect(exitCode).not.toEqual(ExitCode.ok);
    },
  );
});

describe('HybridError', () => {
  const error = new HybridError('PH_CONFIG_ENVIRONMENT', {
    environment: 'pord',
    known: ['dev', 'prod'],
    didYouMean: 'prod',
  });

  it('becomes plain data', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'PH_CONFIG_ENVIRONMENT',
      message: 'There is no environment "pord" in the configuration.',
      remedy: 'Did you mean "prod"? Environments: dev and prod.',
      exit_code: 1,
    });
  });

  it('is known by its brand, as an error of another installed copy would be', () => {
    const foreign = Object.defineProperty(new Error('x'), Symbol.for('packer-hybrid.error'), { value: true });

    expect([error, foreign, new Error('x'), null, 'x'].map(isHybridError)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('keeps its cause', () => {
    const cause = new Error('inner');

    expect(new HybridError('PH_CONFIG_MISSING', { file: 'x' }, { cause }).cause).toBe(cause);
  });
});

describe('worstExitCode', () => {
  it.each([
    [[], 0],
    [[0, 2], 2],
    [[2, 1], 1],
    [[1, 3, 2], 3],
    [[3, 130, 0], 130],
  ] as const)('of %j it is %i', (codes, worst) => {
    expect(worstExitCode(codes)).toEqual(worst);
  });
});

describe('sentences', () => {
  it.each([
    [[], 'none'],
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('lists %j as "%s"', (items, text) => {
    expect(listed(items)).toEqual(text);
  });

  it('finds the sentence of any thrown value', () => {
    expect([reasonOf(new Error('x')), reasonOf('y'), reasonOf(undefined)]).toEqual(['x', 'y', 'undefined']);
  });
});
