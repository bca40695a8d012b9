import type { RecoveryResult, RunRecord, TargetRecord } from '../../../core/schema/index.ts';
import type { Style } from '../../style.ts';
import { labelsOf } from './labels.ts';
import { planLines, sureness } from './plan-lines.ts';
import { howToAllow, recoveryWords } from './recovery-words.ts';

type Options = { readonly style: Style };

/** What recoveries did or would do for each target, and failures that do not count; nothing for a run without any. */
export function recoveryBlocks({ targets }: RunRecord, options: Options): readonly string[] {
  const labels = labelsOf(targets.map(({ target }) => target));
  const lines = targets.flatMap((record) => {
    const label = labels.get(record.target.id) ?? record.target.id;
    return [...recoveryText(record, label, options), ...ignoredText(record, label, options)];
  });
  return lines.length === 0 ? [] : [[options.style.bold('Recoveries'), ...lines].join('\n')];
}

function recoveryText(record: TargetRecord, label: string, { style }: Options): readonly string[] {
  const tried = record.recoveries.filter(({ outcome }) => outcome === 'recovered' || outcome === 'failed');
  const last = record.recoveries.at(-1);
  if (last?.outcome === 'proposed' || last?.outcome === 'declined') return proposal(last, label, style);
  if (tried.length === 0) return [];
  const what = tried.map((recovery) => recoveryWords(recovery, style)).join('; ');
  const times = tried.length === 1 ? '1 recovery' : `${tried.length} recoveries`;
  return tried.at(-1)?.outcome === 'recovered'
    ? [`${style.green(style.signs.ok)} ${label} recovered after ${times} (${what})`]
    : [`${style.red(style.signs.fail)} ${label} did not recover after ${times} (${what})`];
}

function proposal(recovery: RecoveryResult, label: string, style: Style): readonly string[] {
  const { plan, outcome } = recovery;
  const head = `${style.yellow(style.signs.warn)} ${label}: ${outcome}: ${plan.reason} (${sureness(plan)})`;
  const next = `  ${style.cyan(style.signs.next)} ${howToAllow(recovery)}`;
  return [
    head,
    ...planLines(plan, style).map((line) => `    ${line}`),
    ...(outcome === 'proposed' ? [next] : []),
  ];
}

function ignoredText(
  { ignored, failure }: TargetRecord,
  label: string,
  { style }: Options,
): readonly string[] {
  if (ignored === null) return [];
  const what = failure === null ? '' : ` ${failure.message}`;
  return [
    `${style.yellow(style.signs.skip)} ${label} failed, which does not count: ${ignored}`,
    ...(what ? [style.dim(`   ${what}`)] : []),
  ];
}
