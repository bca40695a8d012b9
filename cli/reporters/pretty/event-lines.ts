import type { RunEvent } from '../../../core/schema/index.ts';
import type { LineContext } from './line-context.ts';
import { outcomeLines } from './outcome-lines.ts';
import { problemLines } from './problem-lines.ts';
import { recoveryLines } from './recovery-lines.ts';
import { workLines } from './work-lines.ts';

/** The lines that tell an event; none for what only a log needs. */
export function eventLines(event: RunEvent, context: LineContext): readonly string[] {
  const lines =
    problemLines(event, context) ??
    workLines(event, context) ??
    recoveryLines(event, context) ??
    outcomeLines(event, context) ??
    [];
  return lines.flatMap((line) => line.split(/\r?\n/)).map((line) => context.prefix + line);
}
