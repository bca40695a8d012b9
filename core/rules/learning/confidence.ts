import type { Feedback, Knowledge } from './knowledge.ts';

/** How many judgements the confidence that a rule starts with is worth. */
export const PRIOR_WEIGHT = 10;

export interface Judged {
  /** With its sub-code. */
  readonly rule: string;
  readonly context: string;
  /** What the rule says of itself. */
  readonly prior: number;
}

/**
 * How likely a finding is right, after what people said of the rule: the mean of a Beta distribution.
 * The rule starts as Beta(10·prior, 10·(1 − prior)); every confirmation adds 1 to the first number, every false positive 1
 * to the second. Judgements from other contexts (platforms) are counted first; what they give is the prior, again worth 10,
 * for the judgements of this context. So a platform learns for itself, and starts from what the others know.
 */
export function learnedConfidence(knowledge: Knowledge, { rule, context, prior }: Judged): number {
  const own = knowledge.feedback.filter((entry) => entry.rule === rule);
  const here = own.filter((entry) => entry.context === context);
  const elsewhere = own.filter((entry) => entry.context !== context);
  return rounded(updated(updated(prior, elsewhere), here));
}

function updated(prior: number, feedback: readonly Feedback[]): number {
  const confirmed = feedback.filter(({ verdict }) => verdict === 'confirmed').length;
  return (PRIOR_WEIGHT * prior + confirmed) / (PRIOR_WEIGHT + feedback.length);
}

/** Four digits: the same everywhere, and no more than anybody can mean. */
function rounded(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
}
