import type { RunEvent } from '../../../core/schema/index.ts';
import type { Style } from '../../style.ts';
import { outcomeLines } from './outcome-lines.ts';
import { problemLines } from './problem-lines.ts';
import { recoveryLines } from './recovery-lines.ts';
import { workLines } from './work-lines.ts';

/** What the lines of an event depend on besides the event. */
export interface LineContext {
  readonly style: Style;
  readonly verbose: boolean;
  /** Whether running things are shown live below the lines, so that their start needs no line. */
  readonly live: boolean;
  /** The target's name in front of the line, empty for a run of one target. */
  readonly prefix: string;
  /** What the running step of a recovery said that it would do, which need not be said twice. */
  readonly promised?: string | undefined;
}

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
