import type { Finding, SourceRange } from '../../core/schema/index.ts';
import type { FindingsLook, FindingsReport, ShownFinding } from '../reporters/findings/contract.ts';
import { styleFor } from '../style.ts';

/** Hand-made findings, for the tests of the reports. */
export function sampleRange(file: string, line: number, columns: readonly [number, number]): SourceRange {
  const [from, to] = columns;
  return { file, start: { line, column: from, offset: 0 }, end: { line, column: to, offset: to - from } };
}

export function sampleFinding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'security/plaintext-password',
    family: 'security',
    severity: 'high',
    impact: 'secret-exposed',
    recovery_complexity: 'simple',
    confidence: 0.9,
    message: 'The password of ssh_password stands in the template.',
    remedy: 'Declare a sensitive variable.',
    example: 'ssh_password = var.password',
    template: 'images',
    range: sampleRange('images/a.pkr.hcl', 2, [3, 27]),
    ...more,
  };
}

export function sampleShown(more: Partial<Finding> = {}, shown: Partial<ShownFinding> = {}): ShownFinding {
  return { finding: sampleFinding(more), fingerprint: '3f9a1c2b', ...shown };
}

export function sampleReport(
  findings: readonly ShownFinding[],
  more: Partial<FindingsReport> = {},
): FindingsReport {
  const facts = findings.filter(({ finding }) => !finding.hint);
  const graded = (severity: string) => facts.filter(({ finding }) => finding.severity === severity).length;
  return {
    findings,
    failed: [],
    files: ['images/a.pkr.hcl'],
    summary: {
      total: facts.length,
      critical: graded('critical'),
      high: graded('high'),
      medium: graded('medium'),
      low: graded('low'),
      hints: findings.length - facts.length,
      templates: 1,
      files: 1,
      suppressed: 0,
      baseline: 0,
      omitted: 0,
    },
    ...more,
  };
}

/** A look without colours at files that a test names. */
export function plainLook(files: Readonly<Record<string, string>> = {}): FindingsLook {
  const style = styleFor({ isTTY: false }, { env: {}, noColor: true, platform: 'linux' });
  return { style, cwd: '/work', env: {}, textOf: (file) => files[file] };
}
