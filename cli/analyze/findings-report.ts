import type { Finding, Severity, SourceRange } from '../../core/schema/index.ts';
import { severities } from '../../core/schema/severity.ts';
import type { FindingsReport, FindingsSummary, ShownFinding } from '../reporters/findings/contract.ts';
import { shownPath } from '../shown-path.ts';
import type { Looked } from './look-at.ts';

export interface ReportOptions {
  readonly cwd: string;
  readonly root: string;
  /** Shows only the first ones; all of them are counted. */
  readonly maxFindings?: number | undefined;
}

/** What was looked at, as reports tell it: every path from the working directory. */
export function findingsReport(looked: Looked, options: ReportOptions): FindingsReport {
  const { cwd, root, maxFindings = Number.POSITIVE_INFINITY } = options;
  const shown = (path: string) => shownPath(path, cwd, root);
  const findings = looked.findings.map(
    (finding): ShownFinding => ({
      finding: withShownPaths(finding, shown),
      fingerprint: looked.fingerprints.get(finding) ?? '',
    }),
  );
  return {
    findings: findings.slice(0, maxFindings),
    summary: summaryOf(looked, Math.max(0, findings.length - maxFindings)),
    failed: looked.failed.map((failed) => ({ ...failed, template: shown(failed.template) })),
    files: looked.files.map(shown),
  };
}

/** A finding with its paths as they are shown. */
function withShownPaths(finding: Finding, shown: (path: string) => string): Finding {
  const { template, range, fix } = finding;
  const at = (place: SourceRange) => ({ ...place, file: shown(place.file) });
  return {
    ...finding,
    ...(template === undefined ? {} : { template: shown(template) }),
    ...(range ? { range: at(range) } : {}),
    ...(fix ? { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: at(edit.range) })) } } : {}),
  };
}

function summaryOf(looked: Looked, omitted: number): FindingsSummary {
  const facts = looked.findings.filter(({ hint }) => !hint);
  const counts = severities.map((severity) => [
    severity,
    facts.filter((finding) => finding.severity === severity).length,
  ]);
  return {
    total: facts.length,
    ...(Object.fromEntries(counts) as Record<Severity, number>),
    hints: looked.findings.length - facts.length,
    templates: looked.templates.length,
    files: looked.files.length,
    suppressed: looked.suppressed,
    baseline: looked.baselined,
    omitted,
  };
}
