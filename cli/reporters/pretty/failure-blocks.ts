import type { Failure, RunRecord, TargetRecord } from '../../../core/schema/index.ts';
import { shownPath } from '../../shown-path.ts';
import { labelsOf } from './labels.ts';
import type { SummaryOptions } from './summary.ts';
import { withRemedy } from './warning-blocks.ts';

/** Each failure of the run and of its targets: code, what happened, what to do, and where to read on. */
export function failureBlocks(record: RunRecord, options: SummaryOptions): readonly string[] {
  const labels = labelsOf(record.targets.map(({ target }) => target));
  const failures = [
    ...record.failures.map((failure) => failureText(failure, options)),
    ...record.targets.map((target) => targetFailure(target, labels, options)),
  ].filter(Boolean);
  if (failures.length === 0) return [];
  return [[options.style.bold('Failures'), ...failures].join('\n')];
}

function targetFailure(
  { failure, result, diagnoses, target }: TargetRecord,
  labels: ReadonlyMap<string, string>,
  options: SummaryOptions,
): string {
  if (failure === null) return '';
  const best = diagnoses.toSorted((a, b) => b.confidence - a.confidence)[0];
  const evidence = (best?.evidence ?? []).slice(0, 3).map(({ text }) => options.style.dim(`    ${text}`));
  const label = `${labels.get(target.id) ?? target.id}: `;
  const message = [label + failure.message, ...evidence].join('\n');
  const text = failureText({ ...failure, message }, options);
  const log = result?.log_paths.stdout ?? null;
  return log === null ? text : `${text}\n  Log: ${shownPath(log, options.cwd, options.workspaceRoot)}`;
}

function failureText({ code, message, remedy }: Failure, { style }: SummaryOptions): string {
  return withRemedy(`${style.red(`${style.signs.fail} ${code}`)} ${message}`, remedy, style);
}
