import type { RecoveryQuestion } from '../../../core/pipeline/types.ts';
import { planLines, sureness } from '../../reporters/pretty/plan-lines.ts';
import type { Style } from '../../style.ts';

/** What somebody has to know to decide about a recovery: why, what would be done, and what is undone when it fails. */
export function questionText({ target, plan }: RecoveryQuestion, style: Style): string {
  const why =
    plan.cause === null ? plan.reason : `${plan.cause}${plan.class === null ? '' : ` (${plan.class})`}`;
  return [
    `\n${style.yellow(style.signs.warn)} ${style.bold(target.packer_name)} failed: ${why}`,
    `  What would be done, ${sureness(plan)}:`,
    ...planLines(plan, style).map((line) => `    ${line}`),
  ].join('\n');
}
