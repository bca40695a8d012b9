import type { RecoveryResult, RunEvent } from '../../../core/schema/index.ts';
import { editWords } from './edit-lines.ts';
import type { LineContext } from './line-context.ts';
import { planLines, seconds, sureness } from './plan-lines.ts';
import { howToAllow, recoveryWords } from './recovery-words.ts';

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

/** Lines about recoveries and stalled builds; undefined for events about something else. */
export function recoveryLines(event: RunEvent, context: LineContext): readonly string[] | undefined {
  const { style } = context;
  const { signs, dim, yellow, red } = style;
  switch (event.type) {
    case 'recovery.planned':
      return planned(event, context);
    case 'recovery.asked':
      return context.verbose ? [dim(`  The plan was ${event.answer ? 'approved' : 'declined'}.`)] : [];
    case 'recovery.step.started':
      return stepStarted(event, context);
    case 'recovery.step.finished':
      return stepFinished(event, context);
    case 'recovery.rolled-back':
      return event.ok
        ? [`  ${yellow(signs.skip)} Taken back: ${event.title}`]
        : [red(`  ${signs.fail} Not taken back: ${event.title} ${event.reason ?? ''}`.trimEnd())];
    case 'recovery.finished':
      return finished(event.recovery, context);
    case 'breaker.opened':
      return [
        yellow(
          `${signs.warn} ${event.cause} struck ${event.targets.length} targets: nothing more is tried against it in this run.`,
        ),
      ];
    case 'failure.ignored':
      return [`  ${yellow(signs.skip)} This failure does not count: ${event.reason}`];
    case 'stalled':
      return stalled(event, context);
    default:
      return undefined;
  }
}

function planned({ plan }: EventOf<'recovery.planned'>, { style }: LineContext): readonly string[] {
  const { signs, yellow, dim } = style;
  if (plan.action === 'escalate') return [`  ${yellow(signs.go)} Not tried again: ${plan.reason}`];
  // What is asked is shown with the question, what is only proposed with the reason why.
  if (plan.mode !== 'automatic') return [];
  const wait = plan.wait_seconds > 0 ? ` in ${seconds(plan.wait_seconds)}` : '';
  return [`  ${yellow(signs.go)} Trying again${wait}: ${plan.reason} ${dim(`(${sureness(plan)})`)}`];
}

/** The plan has told that there is another build, and when. */
function stepStarted(
  { step }: EventOf<'recovery.step.started'>,
  { style, verbose }: LineContext,
): readonly string[] {
  const { signs, dim } = style;
  const edits = step.edits.map(
    (edit) =>
      `    ${editWords(edit, style)} ${dim(`(${edit.edit.range.file}:${edit.edit.range.start.line})`)}`,
  );
  return [...(verbose ? [`  ${dim(signs.go)} ${step.title}`] : []), ...edits];
}

function stepFinished(
  { ok, detail, action }: EventOf<'recovery.step.finished'>,
  { style, verbose, promised }: LineContext,
): readonly string[] {
  const { signs, green, red } = style;
  if (!ok) return [red(`  ${signs.fail} ${action}: ${detail}`)];
  return detail === promised && !verbose ? [] : [`  ${green(signs.ok)} ${detail}`];
}

function finished(recovery: RecoveryResult, { style }: LineContext): readonly string[] {
  const { outcome, reason, plan } = recovery;
  const { signs, green, yellow } = style;
  const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
  if (outcome === 'recovered') return [`  ${green(signs.ok)} Recovered: ${recoveryWords(recovery, style)}`];
  if (outcome === 'failed') return [`  ${yellow(signs.warn)} The recovery did not help. ${reason}`];
  if (outcome === 'declined') return [`  ${yellow(signs.skip)} ${reason}`];
  if (outcome === 'escalated') return [];
  return [
    `  ${yellow(signs.warn)} Proposed: ${plan.reason} (${sureness(plan)})`,
    ...indented(planLines(plan, style)),
    `    ${style.cyan(signs.next)} ${howToAllow(recovery)}`,
  ];
}

function stalled(event: EventOf<'stalled'>, { style }: LineContext): readonly string[] {
  const where = event.step === null ? '' : ` in ${event.step}`;
  const usual =
    event.usual_seconds === null ? '' : `; the longest before was ${seconds(event.usual_seconds)}`;
  const end = event.aborts ? ' The build is ended.' : '';
  return [
    style.yellow(
      `  ${style.signs.warn} Nothing was said for ${seconds(event.silent_seconds)}${where}${usual}.${end}`,
    ),
    `    ${event.advice}`,
  ];
}
