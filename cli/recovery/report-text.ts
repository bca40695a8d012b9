import type { RecoveryReport } from '../../core/state/index.ts';
import { counted } from '../counted.ts';
import { duration } from '../duration.ts';
import type { Style } from '../style.ts';
import { textTable } from '../text-table.ts';
import { patternBlock } from './pattern-block.ts';

export interface ReportLook {
  readonly style: Style;
  readonly width: number;
}

/** The report as people read it: the sum, what comes again, then causes, actions and the trend. */
export function reportText(report: RecoveryReport, look: ReportLook): string {
  if (report.incidents === 0) return emptyText(report);
  const blocks = [
    summary(report, look),
    ...report.patterns.map((pattern) => patternBlock(pattern, look.style)),
    causeTable(report, look),
    ...(report.actions.length > 0 ? [actionTable(report, look)] : []),
    lastLine(report, look),
  ];
  return blocks.join('\n\n');
}

function emptyText({ since, target, all_time }: RecoveryReport): string {
  if (all_time.failures > 0 && (since !== null || target !== null)) {
    const limits = [
      ...(target === null ? [] : [`of ${target}`]),
      ...(since === null ? [] : [`since ${since.slice(0, 10)}`]),
    ];
    return `No failed build ${limits.join(' ')} is remembered. ${counted(all_time.failures, 'failed attempt')} in all: \`packer-hybrid recovery report\` shows them.`;
  }
  return [
    'No failed build is remembered here yet.',
    'The memory fills by itself: every `packer-hybrid run` whose build fails is written to it, recovered or not,',
    'and `packer-hybrid knowledge import` brings the success rates of other workspaces.',
  ].join('\n');
}

function summary(
  { incidents, recovered, recovery_rate, ...rest }: RecoveryReport,
  { style }: ReportLook,
): string {
  const { time_to_repair: repair, outcomes, since, target } = rest;
  const limits = `${target === null ? '' : ` of ${target}`}${since === null ? '' : ` since ${since.slice(0, 10)}`}`;
  const others = Object.entries(outcomes)
    .filter(([outcome, count]) => outcome !== 'recovered' && count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  const rate = `${recovered} recovered (${percent(recovery_rate)})`;
  const lines = [
    style.bold(`${counted(incidents, 'failed build')}${limits}: ${[rate, ...others].join(', ')}`),
    repair === null
      ? 'None was recovered, so there is no time to repair yet.'
      : `Time to repair: ${duration(repair.mean_ms)} on average, ${duration(repair.median_ms)} in the middle, ${duration(repair.longest_ms)} at most.`,
  ];
  return lines.join('\n');
}

function causeTable({ causes }: RecoveryReport, { style, width }: ReportLook): string {
  const head = ['Cause', 'Failed builds', 'Recovered', 'At least', 'Repair', 'Targets', 'Last'].map(
    style.dim,
  );
  const rows = causes.map((one) => [
    one.cause ?? style.yellow('not known'),
    String(one.incidents),
    `${one.recovered} (${percent(one.recovery_rate)})`,
    percent(one.at_least),
    one.mean_repair_ms === null ? '' : duration(one.mean_repair_ms),
    String(one.targets),
    one.last_at.slice(0, 10),
  ]);
  return textTable([head, ...rows], width);
}

function actionTable({ actions }: RecoveryReport, { style, width }: ReportLook): string {
  const head = ['Action', 'Against', 'Tried', 'Worked', 'At least', 'Expected', 'Shared'].map(style.dim);
  const rows = actions.map((one) => [
    one.action,
    one.cause ?? style.yellow('not known'),
    String(one.tried),
    String(one.recovered),
    percent(one.at_least),
    percent(one.expected),
    one.shared === 0 ? '' : String(one.shared),
  ]);
  return textTable([head, ...rows], width);
}

const trends = {
  fewer: 'Builds fail less often than before',
  more: 'Builds fail more often than before',
  steady: 'Builds fail as often as before',
  unknown: 'Too little has failed to tell a trend',
} as const;

function lastLine({ trend, all_time }: RecoveryReport, { style }: ReportLook): string {
  const { direction, periods } = trend;
  const paint = { fewer: style.green, more: style.red, steady: style.dim, unknown: style.dim }[direction];
  const numbers = periods.map(({ incidents }) => incidents).join(` ${style.signs.next} `);
  const past = `${counted(all_time.failures, 'failed attempt')} since ${all_time.since?.slice(0, 10) ?? 'today'}`;
  return `${paint(trends[direction])}: ${numbers}. ${style.dim(`In all ${past}.`)}`;
}

function percent(share: number | null): string {
  return share === null ? '' : `${Math.round(share * 100)} %`;
}
