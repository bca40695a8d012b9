import type { RecoveryPlan } from '../../../core/schema/index.ts';
import { duration } from '../../duration.ts';
import type { Style } from '../../style.ts';
import { editDiff } from './edit-lines.ts';
import { isBuilding } from './recovery-words.ts';

/** What a plan would do, step by step, and what would be undone. */
export function planLines(plan: RecoveryPlan, style: Style): readonly string[] {
  const steps = plan.steps.flatMap((step) => [
    `${style.signs.go} ${step.title}${waitWords(step.wait_seconds, step.title)}`,
    ...step.edits.flatMap((edit) => editDiff(edit, style)).map((line) => `    ${line}`),
  ]);
  const wait = plan.wait_seconds > 0 ? [`${style.signs.go} Wait ${seconds(plan.wait_seconds)}.`] : [];
  const last = builds(plan) ? [] : [`${style.signs.go} Build again.`];
  const undo = plan.rollback.map(({ title }) => style.dim(`When it does not help: ${title}`));
  return [...steps, ...wait, ...last, ...undo];
}

/** How likely a plan is to help. */
export function sureness({ confidence }: Pick<RecoveryPlan, 'confidence'>): string {
  return `${Math.round(confidence * 100)} % sure`;
}

/** A number of seconds as people say it. */
export function seconds(count: number): string {
  return duration(count * 1_000);
}

function waitWords(wait: number, title: string): string {
  return wait > 0 && !/\bwait|\bafter\b/i.test(title) ? ` (after ${seconds(wait)})` : '';
}

function builds({ steps }: RecoveryPlan): boolean {
  return steps.some(({ action }) => isBuilding(action));
}
