import type { RunRecord, TargetRecord } from '../../../core/schema/index.ts';
import { duration } from '../../duration.ts';
import { fileSize } from '../../file-size.ts';
import { shownPath } from '../../shown-path.ts';
import { naturalWidth, textTable } from '../../text-table.ts';
import { labelsOf } from './labels.ts';
import { statusText } from './outcome-lines.ts';
import type { SummaryOptions } from './summary-options.ts';

const head = ['Target', 'Result', 'Duration', 'Slowest steps', 'Artifact'] as const;

/** One row per target; where they do not fit, one paragraph per target. */
export function targetTable({ targets }: RunRecord, options: SummaryOptions): string {
  if (targets.length === 0) return '';
  const labels = labelsOf(targets.map(({ target }) => target));
  const rows = targets.map((target) =>
    cells(target, labels.get(target.target.id) ?? target.target.id, options),
  );
  const { style, width } = options;
  const table = [head.map((title) => style.dim(title)), ...rows];
  if (naturalWidth(table) <= width) return textTable(table, width);
  return rows.map((row) => paragraph(row, options)).join('\n');
}

function cells(record: TargetRecord, label: string, options: SummaryOptions): readonly string[] {
  return [
    label,
    resultText(record, options),
    record.duration_ms > 0 ? duration(record.duration_ms) : '',
    slowestSteps(record),
    artifacts(record, options).join('\n'),
  ];
}

function resultText({ status, ignored }: TargetRecord, { style }: SummaryOptions): string {
  if (ignored === null || status !== 'failed') return statusText(status, style);
  return style.yellow(`${style.signs.skip} failed, ignored`);
}

function paragraph(row: readonly string[], { style }: SummaryOptions): string {
  const [label = '', result = '', ...rest] = row;
  const details = rest.map((cell, index) => (cell ? `  ${style.dim(`${head[index + 2]}:`)} ${cell}` : ''));
  return [`${label} ${result}`, ...details.filter(Boolean)].join('\n');
}

function slowestSteps({ steps }: TargetRecord): string {
  return steps
    .toSorted((a, b) => b.duration_ms - a.duration_ms)
    .slice(0, 2)
    .map(({ step, duration_ms }) => `${step} ${duration(duration_ms)}`)
    .join(', ');
}

function artifacts({ result }: TargetRecord, { cwd, workspaceRoot }: SummaryOptions): readonly string[] {
  return (result?.artifacts ?? []).flatMap(({ files, description, image_ids }) => {
    if (files.length === 0) return [image_ids.join(', ') || description];
    const largest = files.reduce((a, b) => (b.size > a.size ? b : a));
    const more = files.length > 1 ? `, ${files.length} files` : '';
    return [`${shownPath(largest.path, cwd, workspaceRoot)} (${fileSize(largest.size)}${more})`];
  });
}
