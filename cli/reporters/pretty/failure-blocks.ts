import type { Failure, RunRecord, TargetRecord } from '../../../core/schema/index.ts';
import { shownPath } from '../../shown-path.ts';
import { labelsOf } from './labels.ts';
import type { SummaryOptions } from './summary-options.ts';
import { withRemedy } from './warning-blocks.ts';

/** One failure, and everything that it befell. */
interface Told {
  readonly failure: Failure;
  readonly labels: readonly string[];
  readonly evidence: readonly string[];
  readonly logs: readonly string[];
}

/** Each failure of the run and of its targets once: code, what happened, what to do, and where to read on. */
export function failureBlocks(record: RunRecord, options: SummaryOptions): readonly string[] {
  const labels = labelsOf(record.targets.map(({ target }) => target));
  const told = [
    ...record.failures.map((failure) => ({ failure, labels: [], evidence: [], logs: [] })),
    ...record.targets.flatMap((target) => ofTarget(target, labels.get(target.target.id) ?? target.target.id)),
  ];
  if (told.length === 0) return [];
  const texts = grouped(told).map((one) => failureText(one, options));
  return [[options.style.bold('Failures'), ...texts].join('\n')];
}

function ofTarget(
  { target, failure, ignored, result, diagnoses }: TargetRecord,
  label: string,
): readonly Told[] {
  // An interruption is the user's own doing, and the headline says it.
  if (failure === null || ignored !== null || failure.code === 'PH_INTERRUPTED') return [];
  const best = diagnoses.toSorted((a, b) => b.confidence - a.confidence)[0];
  const evidence = (best?.evidence ?? []).slice(0, 3).map(({ text }) => text);
  const log = result?.log_paths.stdout ?? null;
  const isNamed = failure.message.includes(target.id);
  return [{ failure, labels: isNamed ? [] : [label], evidence, logs: log === null ? [] : [log] }];
}

/** What befell several targets in the same words is told once, with all their names. */
function grouped(told: readonly Told[]): readonly Told[] {
  const groups = new Map<string, Told>();
  for (const one of told) {
    const key = JSON.stringify([one.failure.code, one.failure.message, one.evidence]);
    const same = groups.get(key);
    groups.set(key, {
      ...one,
      labels: [...(same?.labels ?? []), ...one.labels],
      logs: [...(same?.logs ?? []), ...one.logs],
    });
  }
  return [...groups.values()];
}

function failureText({ failure, labels, evidence, logs }: Told, options: SummaryOptions): string {
  const { style, cwd, workspaceRoot } = options;
  const head = `${style.red(`${style.signs.fail} ${failure.code}`)} `;
  const whom = labels.length > 0 ? `${labels.join(', ')}: ` : '';
  const lines = [head + whom + failure.message, ...evidence.map((text) => style.dim(`    ${text}`))];
  const shown = logs.map((log) => `  Log: ${shownPath(log, cwd, workspaceRoot)}`);
  return [withRemedy(lines.join('\n'), failure.remedy, style), ...shown].join('\n');
}
