import type { ShownFinding } from '../reporters/findings/contract.ts';

/** How the findings of one analysis differ from those of the one before. */
export interface Difference {
  readonly fresh: readonly ShownFinding[];
  readonly gone: readonly ShownFinding[];
  readonly still: readonly ShownFinding[];
}

/** Compares by fingerprint: a finding whose line only moved is still the same; of equal ones, each counts. */
export function difference(before: readonly ShownFinding[], after: readonly ShownFinding[]): Difference {
  const left = new Map<string, ShownFinding[]>();
  for (const shown of before) {
    const same = left.get(shown.fingerprint);
    if (same) same.push(shown);
    else left.set(shown.fingerprint, [shown]);
  }
  const isStill = (shown: ShownFinding) => left.get(shown.fingerprint)?.shift() !== undefined;
  const still: ShownFinding[] = [];
  const fresh: ShownFinding[] = [];
  for (const shown of after) (isStill(shown) ? still : fresh).push(shown);
  return { fresh, still, gone: [...left.values()].flat() };
}
