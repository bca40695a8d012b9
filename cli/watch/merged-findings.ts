import type { FindingsReport, ShownFinding } from '../reporters/findings/contract.ts';

/** The findings of several templates as one list: what two of them have in common, such as a script, is told once. */
export function mergedFindings(reports: readonly FindingsReport[]): readonly ShownFinding[] {
  const once = new Map<string, ShownFinding>();
  for (const shown of reports.flatMap(({ findings }) => findings)) {
    const { rule, range, message, template } = shown.finding;
    const place = range ? `${range.file} ${range.start.line}:${range.start.column}` : template;
    const key = `${rule} ${place} ${message}`;
    if (!once.has(key)) once.set(key, shown);
  }
  return [...once.values()];
}
