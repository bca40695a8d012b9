import type { Dialect } from './dialect.ts';
import { type StepKind, stepDetails, stepEnds, stepFailures, stepRules } from './step-table.ts';
import type { UiLine } from './ui-line.ts';

export type StepEvent =
  | { readonly type: 'step.started'; readonly step: string; readonly kind: StepKind; readonly text: string }
  | {
      readonly type: 'step.finished';
      readonly step: string;
      readonly kind: StepKind;
      readonly ok: boolean;
      readonly duration_ms: number;
    };

interface OpenStep {
  readonly step: string;
  readonly kind: StepKind;
  readonly since: number;
}
interface Opening {
  readonly step: string;
  readonly kind: StepKind;
  readonly afterFailure: boolean;
}

/** Follows the steps of one build: at most one runs at a time, and each that started also finishes. */
export interface StepTracker {
  line(line: UiLine, at: number): readonly StepEvent[];
  /** Kind of the step that runs. */
  running(): StepKind | undefined;
  /** Ends what still runs. */
  finish(ok: boolean, at: number): readonly StepEvent[];
}

const guess = /^[A-Z][a-z]+ing\b.*(?:\.\.\.|…)$/;
/** Kinds of lines that a running provisioner may be followed by: anything else is text of its script. */
const afterProvisioning: readonly StepKind[] = ['provision', 'shutdown', 'finish', 'post-process', 'cleanup'];

export function trackSteps(dialect: Dialect): StepTracker {
  const seen = new Map<string, number>();
  let open: OpenStep | undefined;

  function close(ok: boolean, at: number): StepEvent[] {
    if (!open) return [];
    const { step, kind, since } = open;
    open = undefined;
    return [{ type: 'step.finished', step, kind, ok, duration_ms: Math.max(0, at - since) }];
  }

  function start(opening: Opening, text: string, at: number): StepEvent[] {
    const count = (seen.get(opening.step) ?? 0) + 1;
    seen.set(opening.step, count);
    const step = count === 1 ? opening.step : `${opening.step}-${count}`;
    const ended = close(!opening.afterFailure, at);
    open = { step, kind: opening.kind, since: at };
    return [...ended, { type: 'step.started', step, kind: opening.kind, text }];
  }

  return {
    line(line, at) {
      if (matches(stepFailures, line.text)) return close(false, at);
      if (line.mark !== 'heading' || line.label !== undefined) return [];
      if (matches(stepEnds, line.text)) return close(true, at);
      const opening = openingOf(line.text, dialect, open?.kind);
      return opening ? start(opening, line.text, at) : [];
    },
    running: () => open?.kind,
    finish: (ok, at) => close(ok || open?.kind === 'cleanup', at),
  };
}

function openingOf(text: string, dialect: Dialect, running: StepKind | undefined): Opening | undefined {
  const rule = stepRules.find((each) => each.match.test(text));
  if (rule) {
    if (running === 'provision' && !afterProvisioning.includes(rule.kind)) return undefined;
    return { step: nameOf(rule.step, rule.match, text), kind: rule.kind, afterFailure: !!rule.afterFailure };
  }
  const mayGuess = dialect.headings === 'apart' && running !== 'provision';
  if (!mayGuess || !guess.test(text) || matches(stepDetails, text)) return undefined;
  return { step: slug(text), kind: 'step', afterFailure: false };
}

function nameOf(step: string, match: RegExp, text: string): string {
  return step.replace('$1', slug(match.exec(text)?.[1] ?? ''));
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
