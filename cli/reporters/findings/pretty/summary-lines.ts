import { severities } from '../../../../core/schema/severity.ts';
import { counted } from '../../../counted.ts';
import type { Style } from '../../../style.ts';
import type { FindingsReport, ShownFinding } from '../contract.ts';
import { severityLabel } from './finding-block.ts';

/** The last lines: how many of each severity, what was left out, and what could be corrected at once. */
export function summaryLines({ findings, summary, failed }: FindingsReport, style: Style): readonly string[] {
  const looked = `${counted(summary.files, 'file')} of ${counted(summary.templates, 'template')}`;
  const left = leftOut(summary);
  const rest = left === '' ? '' : style.dim(` (${left})`);
  const unread = failed.length > 0 ? [`${counted(failed.length, 'template')} could not be looked at`] : [];
  if (summary.total === 0 && summary.hints === 0) {
    const nothing = `Nothing found in ${looked}`;
    if (unread.length > 0) return [style.red(`${style.signs.fail} ${unread.join('')}. ${nothing}`) + rest];
    return [`${style.green(`${style.signs.ok} Nothing found`)} in ${looked}${rest}`];
  }
  const grades = severities
    .filter((severity) => summary[severity] > 0)
    .map((severity) => severityLabel(severity, style).replace(severity, `${summary[severity]} ${severity}`));
  const hints = summary.hints > 0 ? [counted(summary.hints, 'hint')] : [];
  const head = `${counted(summary.total, 'finding')} in ${looked}`;
  return [
    `${style.bold(head)}: ${[...grades, ...hints, ...unread].join(', ')}${rest}`,
    ...fixLines(findings, style),
  ];
}

function leftOut({ suppressed, baseline, omitted }: FindingsReport['summary']): string {
  return [
    ...(omitted > 0 ? [`${omitted} more not shown`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(baseline > 0 ? [`${baseline} known from the baseline`] : []),
  ].join(', ');
}

function fixLines(findings: readonly ShownFinding[], style: Style): readonly string[] {
  const fixable = (kind: string) => findings.filter(({ finding }) => finding.fix?.kind === kind).length;
  const [safe, suggested] = [fixable('safe'), fixable('suggested')];
  const next = style.cyan(style.signs.next);
  return [
    ...(safe > 0 ? [`${next} ${safe} can be corrected with --fix.`] : []),
    ...(suggested > 0
      ? [`${next} ${suggested} can be corrected with --fix-suggested; look at the result.`]
      : []),
  ];
}
