import { HybridError } from '../../core/errors/index.ts';
import type { Finding } from '../../core/schema/index.ts';
import type { Looked } from '../analyze/look-at.ts';
import { shownPath } from '../shown-path.ts';

export interface NamedFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
}

export interface FindFinding {
  readonly cwd: string;
  readonly root: string;
}

/** The finding that a name means: the start of its fingerprint, or `rule@file:line`. */
export function findFinding(name: string, looked: Looked, { cwd, root }: FindFinding): NamedFinding {
  const all = looked.findings.map((finding) => ({
    finding,
    fingerprint: looked.fingerprints.get(finding) ?? '',
    place: placeOf(finding, cwd, root),
  }));
  const matches = all.filter(
    ({ fingerprint, place }) =>
      place === name || (/^[0-9a-f]{6,32}$/.test(name) && fingerprint.startsWith(name)),
  );
  const distinct = new Map(matches.map((one) => [one.fingerprint, one]));
  const [only] = distinct.values();
  if (distinct.size > 1) {
    const shown = [...distinct.values()].map(
      ({ place, fingerprint }) => `${place} (${fingerprint.slice(0, 10)})`,
    );
    throw new HybridError('PH_ID_AMBIGUOUS', { id: name, matches: shown });
  }
  if (only === undefined)
    throw new HybridError('PH_FINDING_UNKNOWN', { finding: name, near: near(name, all) });
  return only;
}

function placeOf({ rule, range, template }: Finding, cwd: string, root: string): string {
  const place = range ? `${shownPath(range.file, cwd, root)}:${range.start.line}` : template;
  return `${rule}@${place}`;
}

/** Findings of the same rule, or of the same place. */
function near(name: string, all: readonly { readonly place: string }[]): readonly string[] {
  const [rule, place] = name.split('@');
  return all
    .map((one) => one.place)
    .filter((one) => one.startsWith(`${rule}@`) || (place !== undefined && one.endsWith(`@${place}`)))
    .slice(0, 5);
}
