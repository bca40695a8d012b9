/** One condition on a version: an operator and the version that it compares with. */
export interface VersionTerm {
  readonly operator: '=' | '!=' | '>' | '<' | '>=' | '<=' | '~>';
  /** As many numbers as are written. */
  readonly numbers: readonly number[];
  readonly prerelease: string | undefined;
}

const term = /^\s*(=|!=|>=|<=|~>|>|<)?\s*v?(\d+(?:\.\d+)*)(?:-([\w.~-]+))?(?:\+[\w.~-]+)?\s*$/;

/** Reads a constraint as Packer does, terms separated by commas; undefined when Packer refuses it. */
export function parseConstraint(text: string): readonly VersionTerm[] | undefined {
  const terms = text.split(',').map((part): VersionTerm | undefined => {
    const match = term.exec(part);
    if (!match) return undefined;
    const [, operator = '=', numbers = '', prerelease] = match;
    return {
      operator: operator as VersionTerm['operator'],
      numbers: numbers.split('.').map(Number),
      prerelease,
    };
  });
  return terms.every((found) => found !== undefined) ? terms : undefined;
}

/** The lowest version that the terms admit, as far as they name one. */
export function lowestAdmitted(terms: readonly VersionTerm[]): readonly number[] | undefined {
  const bounds = terms
    .filter(({ operator }) => operator === '=' || operator === '>' || operator === '>=' || operator === '~>')
    .map(({ numbers }) => numbers);
  return bounds.toSorted(compareVersions).at(-1);
}

/** The first version that the terms no longer admit, or the only one; undefined without an upper bound. */
export function upperBound(terms: readonly VersionTerm[]): readonly number[] | undefined {
  const bounds = terms.flatMap(({ operator, numbers }): readonly (readonly number[])[] => {
    if (operator === '<' || operator === '<=' || operator === '=') return [numbers];
    return operator === '~>' ? [pessimisticBound(numbers)] : [];
  });
  return bounds.toSorted(compareVersions)[0];
}

/** `~> 1.2.3` ends before 1.3, `~> 1.2` before 2, and `~> 1` before 2 as well. */
function pessimisticBound(numbers: readonly number[]): readonly number[] {
  const kept = numbers.slice(0, Math.max(1, numbers.length - 1));
  return [...kept.slice(0, -1), (kept.at(-1) ?? 0) + 1];
}

export function parseVersion(text: string): readonly number[] | undefined {
  const match = /^[<>=]*v?(\d+(?:\.\d+)*)/.exec(text);
  return match?.[1]?.split('.').map(Number);
}

/** Below zero when `a` is the older one; missing numbers are zeros. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
