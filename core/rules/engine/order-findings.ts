import { type Finding, impacts, severities } from '../../schema/index.ts';

/** The gravest first, then by what happens if nobody acts, then by place. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      impactRank(a) - impactRank(b) ||
      compareTexts(a.range?.file ?? '', b.range?.file ?? '') ||
      (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0) ||
      compareTexts(a.rule, b.rule),
  );
}

/** One of each: builds that share a source would report what is wrong with it once each. */
export function withoutDuplicates(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, range, message } = finding;
    const key = [rule, range?.file, range?.start.offset, range?.end.offset, message].join('\n');
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

function impactRank({ impact }: Finding): number {
  return impact === undefined ? impacts.length : impacts.indexOf(impact);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
