import type { Failure, RunRecord, TargetRecord } from '../../../core/schema/index.ts';
import { shownPath } from '../../shown-path.ts';
import { labelsOf } from './labels.ts';
import type { SummaryOptions } from './summary.ts';
import { withRemedy } from './warning-blocks.ts';

/** Each failure of the run and of its targets: code, what happened, what to do, and where to read on. */
export function failureBlocks(record: RunRecord, options: SummaryOptions): readonly string[] {
  const labels = labelsOf(record.targets.map(({ target }) => target));
  const failures = [
    ...record.failures.map((failure) => failureText(failure, '', options)),
    ...record.targets.map((target) => targetFailure(target, labels, options)),
  ].filter(Boolean);
  if (failures.length === 0) return [];
  return [[options.style.bold('Failures'), ...failures].join('\n')];
}

function targetFailure(
  record: TargetRecord,
  labels: ReadonlyMap<string, string>,
  options: SummaryOptions,
): string {
  const { failure, result, diagnoses, target } = record;
  if (failure === null) return '';
  const best = diagnoses.toSorted((a, b) => b.confidence - a.confidence)[0];
  const text = failureText(failure, `${labels.get(target.id) ?? target.id}: `, options);
  const lines = (best?.evidence ?? []).slice(0, 3).map(({ text: line }) => `    ${options.style.dim(line)}`);
  const log = result?.log_paths.stdout ?? null;
  return [
    text,
    ...lines,
    ...(log === null ? [] : [`  Log: ${shownPath(log, options.cwd, options.workspaceRoot)}`]),
  ].join('\n');
}

function failureText({ code, message, remedy }: Failure, label: string, { style }: SummaryOptions): string {
  return withRemedy(`${style.red(`${style.signs.fail} ${code}`)} ${label}${message}`, remedy, style);
}
