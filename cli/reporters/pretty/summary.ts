import type { RunRecord } from '../../../core/schema/index.ts';
import { duration } from '../../duration.ts';
import { shownPath } from '../../shown-path.ts';
import type { Style } from '../../style.ts';
import { failureBlocks } from './failure-blocks.ts';
import { nextSteps } from './next-steps.ts';
import { statusText } from './outcome-lines.ts';
import { recoveryBlocks } from './recovery-blocks.ts';
import type { SummaryOptions } from './summary-options.ts';
import { targetTable } from './target-table.ts';
import { warningBlocks } from './warning-blocks.ts';

/** What a person reads when a run is over: what became of each target, what went wrong, and what to do next. */
export function renderSummary(record: RunRecord, options: SummaryOptions): string {
  const { style } = options;
  const logs = shownPath(record.log_dir, options.cwd, options.workspaceRoot);
  const blocks = [
    headline(record, style),
    targetTable(record, options),
    ...warningBlocks(record, style),
    ...recoveryBlocks(record, options),
    ...failureBlocks(record, options),
    [
      `Logs: ${logs}`,
      ...nextSteps(record, options).map((step) => `${style.cyan(style.signs.next)} ${step}`),
    ].join('\n'),
  ];
  return `\n${blocks.filter(Boolean).join('\n\n')}`;
}

function headline(record: RunRecord, style: Style): string {
  const { started_at, finished_at, dry_run } = record;
  const time =
    finished_at === null ? '' : ` in ${duration(Date.parse(finished_at) - Date.parse(started_at))}`;
  const run = `${style.bold(`Run ${record.run}`)} ${statusText(record.status, style)}${time}`;
  return dry_run ? `${run} ${style.dim('(dry run)')}` : run;
}
