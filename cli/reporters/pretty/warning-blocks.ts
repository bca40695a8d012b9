import type { RunRecord } from '../../../core/schema/index.ts';
import { severities } from '../../../core/schema/severity.ts';
import type { Style } from '../../style.ts';
import { checkLine, findingLine } from './problem-lines.ts';

/** Failed checks, findings and what validation found wanting, gravest first, each with what to do about it. */
export function warningBlocks(record: RunRecord, style: Style): readonly string[] {
  const checks = record.checks.filter(({ ok }) => !ok).toSorted(bySeverity);
  const findings = record.findings.toSorted(bySeverity);
  return [
    block(
      'Checks that failed',
      checks.map((check) => withRemedy(checkLine(check, style), check.remedy, style)),
      style,
    ),
    block(
      'Findings',
      findings.map((finding) => withRemedy(findingLine(finding, style), finding.remedy, style)),
      style,
    ),
    block('Validation', evidenceLines(record, style), style),
  ];
}

/** A line with what to do about it below. */
export function withRemedy(line: string, remedy: string | null | undefined, style: Style): string {
  if (!remedy) return line;
  return `${line}\n  ${style.cyan(style.signs.next)} ${remedy.replaceAll('\n', '\n    ')}`;
}

function block(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? '' : [style.bold(title), ...lines].join('\n');
}

type Graded = { readonly severity: (typeof severities)[number] };
function bySeverity(a: Graded, b: Graded): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function evidenceLines({ targets }: RunRecord, style: Style): readonly string[] {
  return targets
    .filter(({ evidence }) => evidence.length > 0)
    .map(({ target, evidence }) => {
      const lacking = evidence.filter(({ score }) => score < 1);
      const passed = `${target.packer_name}: ${evidence.length - lacking.length} of ${evidence.length} passed`;
      if (lacking.length === 0) return `${style.green(style.signs.ok)} ${passed}`;
      const details = lacking.map(({ detail }) => `  ${style.yellow(style.signs.warn)} ${detail}`);
      return [`${style.yellow(style.signs.warn)} ${passed}`, ...details].join('\n');
    });
}
